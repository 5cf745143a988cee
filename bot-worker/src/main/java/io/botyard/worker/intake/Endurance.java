package io.botyard.worker.intake;

import io.botyard.secret.CipherUnavailable;
import io.botyard.worker.fleet.KeysAway;
import io.botyard.worker.store.Lease;
import io.botyard.worker.store.LeaseLost;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Missing infrastructure is waited for as long as the lease holds; anything else is tried three times. */
final class Endurance {

    private static final Logger LOG = LoggerFactory.getLogger(Endurance.class);
    private static final int TRIES = 3;
    private static final Duration FIRST_WAIT = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private Endurance() {}

    /** How work ended. */
    enum End {
        DONE,
        ABANDONED,
        HOPELESS
    }

    /** Work says whether it was done; when not, the lease ended before it was. */
    static End carryOut(Lease lease, Callable<Boolean> work) {
        var failures = 0;
        for (var wait = FIRST_WAIT; ; wait = longer(wait)) {
            try {
                return work.call() ? End.DONE : End.ABANDONED;
            } catch (LeaseLost lost) {
                return End.ABANDONED;
            } catch (Exception failure) {
                failures += isMissingInfrastructure(failure) ? 0 : 1;
                LOG.atWarn()
                        .addKeyValue("partition", lease.partition())
                        .addKeyValue("reason", reason(failure))
                        .log("work failed, trying again");
                if (failures == TRIES) {
                    return End.HOPELESS;
                }
                if (lease.endsWithin(wait)) {
                    return End.ABANDONED;
                }
            }
        }
    }

    /** The kinds of failure that pass by themselves once a part is back. */
    static boolean isMissingInfrastructure(Throwable failure) {
        return switch (failure) {
            case NonTransientDataAccessResourceException _,
                    TransientDataAccessException _,
                    RecoverableDataAccessException _,
                    CannotCreateTransactionException _,
                    TransactionSystemException _,
                    KafkaException _,
                    KeysAway _,
                    CipherUnavailable _ -> true;
            default -> false;
        };
    }

    /** Class names only: messages may quote values. */
    private static String reason(Throwable failure) {
        var cause = failure.getCause();
        return failure.getClass().getSimpleName()
                + (cause == null ? "" : " < " + cause.getClass().getSimpleName());
    }

    private static Duration longer(Duration wait) {
        var doubled = wait.multipliedBy(2);
        return doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
    }
}
