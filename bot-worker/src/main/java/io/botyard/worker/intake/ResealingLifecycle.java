package io.botyard.worker.intake;

import io.botyard.contract.UserId;
import io.botyard.contract.wire.UserPartitions;
import io.botyard.worker.control.Resealing;
import io.botyard.worker.store.Lease;
import io.botyard.worker.store.OutboxEntry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Sees once a second whether something is to be sealed anew in the partitions that this worker owns. */
final class ResealingLifecycle implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ResealingLifecycle.class);
    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(1);

    private final Resealing resealing;
    private final LeaseKeeper keeper;
    private final KafkaCallJournal journal;
    private final UserPartitions partitions;
    private CountDownLatch stopped = new CountDownLatch(0);
    private @Nullable Thread thread;

    ResealingLifecycle(Resealing resealing, LeaseKeeper keeper, KafkaCallJournal journal, UserPartitions partitions) {
        this.resealing = resealing;
        this.keeper = keeper;
        this.journal = journal;
        this.partitions = partitions;
    }

    @Override
    public void start() {
        var stop = new CountDownLatch(1);
        stopped = stop;
        thread = Thread.ofVirtual().name("resealing").start(() -> runUntil(stop));
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        stopped.countDown();
        if (running != null) {
            try {
                running.join();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void runUntil(CountDownLatch stop) {
        try {
            for (var pause = Duration.ZERO; !stop.await(pause.toMillis(), TimeUnit.MILLISECONDS); ) {
                pause = goesOn() ? Duration.ZERO : BETWEEN_ROUNDS;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean goesOn() {
        var held = keeper.held();
        if (held.isEmpty()) {
            return false;
        }
        try {
            var step = resealing.step(held, partitions);
            step.told().ifPresent(told -> tell(held, told));
            return step.more();
        } catch (RuntimeException failure) {
            // Tried again in a second: what is committed stays, what is away may be back then.
            LOG.atWarn()
                    .addKeyValue("reason", failure.getClass().getSimpleName())
                    .log("sealing anew failed, trying again");
            return false;
        }
    }

    /** When the lease ends before, the next owner finds it in the outbox. */
    private void tell(Map<Integer, Lease> held, OutboxEntry told) {
        var platform = held.get(partitions.of(UserId.PLATFORM));
        if (platform != null && journal.tell(platform, told)) {
            LOG.atInfo()
                    .addKeyValue("command_id", told.event().head().commandId())
                    .log("keys rotated");
        }
    }
}
