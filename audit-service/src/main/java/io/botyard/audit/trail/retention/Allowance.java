package io.botyard.audit.trail.retention;

import io.botyard.audit.entry.proof.OldEntries;
import io.botyard.audit.entry.proof.OldPart;
import io.botyard.audit.trail.Partitions;
import io.botyard.audit.trail.seal.Checkpoints;
import io.botyard.audit.trail.seal.SealParts;
import io.botyard.audit.trail.verify.KafkaSeals;
import io.botyard.audit.trail.verify.KeptRows;
import io.botyard.contract.UserId;
import io.botyard.contract.event.HeadsSigned;
import io.botyard.contract.wire.KafkaConnection;
import io.botyard.contract.wire.UserPartitions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Has checkpoints signed for what is old, unless something of it is not as it was signed. */
@Component
final class Allowance {
    private static final Logger LOG = LoggerFactory.getLogger(Allowance.class);

    /** So many fit into one seal, beside the entries that wait for it. */
    private static final int ENDS_IN_A_SEAL = 2_000;

    private static final int SIGNED_WITHIN_SECONDS = 60;
    private final KeptRows rows;
    private final KafkaConnection kafka;
    private final SealParts seals;
    private final Checkpoints checkpoints;
    private final UserPartitions users;
    private final RetentionMetrics metrics;

    Allowance(
            JdbcClient sql,
            KafkaConnection kafka,
            SealParts seals,
            Checkpoints checkpoints,
            Partitions partitions,
            RetentionMetrics metrics) {
        this.rows = new KeptRows(sql);
        this.kafka = kafka;
        this.seals = seals;
        this.checkpoints = checkpoints;
        this.users = new UserPartitions(partitions.count());
        this.metrics = metrics;
    }

    /** Those that this instance may allow something for. */
    Set<Integer> partitions() {
        return checkpoints.partitions();
    }

    /**
     * Whether everything in these partitions that was recorded before this may go, and checkpoints that say so are in
     * {@code audit.heads}.
     *
     * @param oldest what was signed later is kept
     * @throws io.botyard.audit.entry.proof.CannotVerify when the seals do not tell everything
     */
    boolean allows(Set<Integer> partitions, Instant before, Instant oldest) throws InterruptedException {
        var old = new OldEntries(
                rows, new KafkaSeals(kafka, partitions::contains), seals.signatures(), this::of, partitions::contains);
        var user = Long.MIN_VALUE;
        while (true) {
            var page = old.behind(user, before, oldest);
            var staying = staying(page.parts());
            metrics.held(staying);
            if (staying > 0 || !signed(page.parts(), before)) {
                return false;
            }
            if (page.isLast()) {
                return true;
            }
            user = page.user();
        }
    }

    private int of(long user) {
        return users.of(new UserId(Math.max(user, 0)));
    }

    private static int staying(List<OldPart> parts) {
        var staying = 0;
        for (var part : parts) {
            if (part instanceof OldPart.Stays stays) {
                staying++;
                LOG.atError()
                        .addKeyValue("user_id", stays.userId())
                        .addKeyValue("seq", stays.seq())
                        .addKeyValue("reason", stays.why().name().toLowerCase(Locale.ROOT))
                        .log("old months are kept");
            }
        }
        return staying;
    }

    private boolean signed(List<OldPart> parts, Instant before) throws InterruptedException {
        var ends = new ArrayList<HeadsSigned.End>();
        for (var part : parts) {
            if (part instanceof OldPart.MayGo gone) {
                ends.add(gone.end());
            }
        }
        var byPartition = ends.stream().collect(Collectors.groupingBy(end -> users.of(end.userId())));
        for (var partition : byPartition.entrySet()) {
            var all = partition.getValue();
            for (var from = 0; from < all.size(); from += ENDS_IN_A_SEAL) {
                var some = all.subList(from, Math.min(from + ENDS_IN_A_SEAL, all.size()));
                if (!isSigned(checkpoints.ask(partition.getKey(), new HeadsSigned.Checkpoint(before, some)))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isSigned(Future<Boolean> asked) throws InterruptedException {
        try {
            return asked.get(SIGNED_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | CancellationException notNow) {
            LOG.atWarn()
                    .addKeyValue("reason", notNow.getClass().getSimpleName())
                    .log("a checkpoint was not signed; it is tried again");
            return false;
        }
    }
}
