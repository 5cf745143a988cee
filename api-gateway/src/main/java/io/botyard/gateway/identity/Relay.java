package io.botyard.gateway.identity;

import io.botyard.contract.Message;
import io.botyard.gateway.access.Outlet;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Brings the outbox to Kafka, each message at least once and in its order. While Kafka is away they wait. */
@Component
class Relay {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final int BATCH = 100;
    private static final Duration KEPT = Duration.ofDays(7);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Outbox outbox;
    private final Outlet outlet;
    private final TransactionOperations transactions;
    private final Clock clock;

    Relay(Outbox outbox, Outlet outlet, TransactionOperations transactions, Clock clock) {
        this.outbox = outbox;
        this.outlet = outlet;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 200, timeUnit = TimeUnit.MILLISECONDS)
    void publishWhatWaits() {
        var full = true;
        while (full) {
            full = transactions.execute(transaction -> publishBatch()) == BATCH;
        }
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forgetWhatIsOld() {
        outbox.forgetPublishedBefore(clock.instant().minus(KEPT));
    }

    private int publishBatch() {
        var waiting = outbox.take(BATCH);
        var sent = sent(waiting);
        if (waiting.isEmpty() || !acknowledged(sent)) {
            return 0;
        }
        outbox.published(waiting, clock.instant());
        return waiting.size();
    }

    /** Ends at the first that Kafka cannot even be offered, because the next would only wait for the same. */
    private List<CompletableFuture<?>> sent(List<Message> waiting) {
        var sent = new ArrayList<CompletableFuture<?>>();
        for (var message : waiting) {
            var one = outlet.publish(message);
            sent.add(one);
            if (one.isCompletedExceptionally()) {
                break;
            }
        }
        return sent;
    }

    private static boolean acknowledged(List<CompletableFuture<?>> sent) {
        return CompletableFuture.allOf(sent.toArray(CompletableFuture<?>[]::new))
                .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .handle((done, failure) -> {
                    if (failure != null) {
                        LOG.atWarn()
                                .addKeyValue("reason", failure.getClass().getSimpleName())
                                .log("outbox waits for kafka");
                    }
                    return failure == null;
                })
                .join();
    }
}
