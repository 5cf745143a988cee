package io.botyard.audit.trail.verify;

import io.botyard.audit.entry.proof.CannotVerify;
import io.botyard.audit.entry.proof.Report;
import io.botyard.audit.entry.proof.Verification;
import io.botyard.audit.entry.proof.Verifications;
import io.botyard.audit.trail.seal.SealParts;
import io.botyard.contract.UserId;
import io.botyard.contract.wire.KafkaConnection;
import java.time.Clock;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One at a time: several would only take the disk from the trail that is being written. */
@Component
final class OneVerification implements Verifications {
    private final KeptRows rows;
    private final KafkaSeals seals;
    private final SealParts parts;
    private final Clock clock;
    private final Semaphore turn = new Semaphore(1);

    OneVerification(JdbcClient sql, KafkaConnection kafka, SealParts parts, Clock clock) {
        this.rows = new KeptRows(sql);
        this.seals = new KafkaSeals(kafka);
        this.parts = parts;
        this.clock = clock;
    }

    @Override
    public Report of(@Nullable UserId user) {
        if (!turn.tryAcquire()) {
            throw new CannotVerify("another verification runs");
        }
        try {
            var verification = new Verification(rows, seals, parts.signatures(), clock);
            return user == null ? verification.ofAll() : verification.of(user.value());
        } finally {
            turn.release();
        }
    }
}
