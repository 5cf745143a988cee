package io.botyard.sandbox;

import io.botyard.sandbox.ledger.Ledger;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Sees to it that the last answers reach the disk although no further call comes. */
final class LedgerFlush implements AutoCloseable {

    private static final long EVERY_MILLIS = 50;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("sandbox-ledger").factory());

    private LedgerFlush() {}

    static LedgerFlush start(Ledger ledger) {
        LedgerFlush flush = new LedgerFlush();
        var _ = flush.timer.scheduleWithFixedDelay(ledger::flush, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        return flush;
    }

    @Override
    public void close() {
        timer.close();
    }
}
