package io.botyard.worker.guarantee;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A plan that is being carried out on a cluster. */
final class Disaster implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 180;

    private final Cluster cluster;
    private final ScheduledExecutorService hands = Executors.newScheduledThreadPool(4);
    private final List<Future<?>> under = new ArrayList<>();

    private Disaster(Cluster cluster) {
        this.cluster = cluster;
    }

    static Disaster begin(Cluster cluster, Plan plan) {
        var disaster = new Disaster(cluster);
        for (var entry : plan.entries()) {
            var begins = entry.at().toMillis();
            var begun = disaster.after(begins, () -> disaster.strike(entry));
            var _ = disaster.after(begins + entry.lasts().toMillis(), () -> {
                await(begun);
                disaster.mend(entry);
            });
        }
        return disaster;
    }

    /** Returns when everything has happened and is mended. */
    void awaitEnd() {
        under.forEach(Disaster::await);
    }

    private Future<?> after(long millis, Runnable work) {
        var future = hands.schedule(work, millis, TimeUnit.MILLISECONDS);
        under.add(future);
        return future;
    }

    private void strike(Plan.Entry entry) {
        switch (entry.what()) {
            case KILL -> cluster.worker(entry.worker()).kill();
            case FREEZE, STALL -> cluster.worker(entry.worker()).freeze();
            case STOP -> cluster.worker(entry.worker()).stop();
            case BROKER -> cluster.broker().stop();
            case DATABASE -> cluster.database().stopServer();
        }
    }

    private void mend(Plan.Entry entry) {
        switch (entry.what()) {
            case KILL, STOP -> cluster.worker(entry.worker()).start();
            case FREEZE, STALL -> cluster.worker(entry.worker()).thaw();
            case BROKER -> cluster.broker().start();
            case DATABASE -> cluster.database().startServer();
        }
    }

    private static void await(Future<?> future) {
        try {
            var _ = future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            throw new IllegalStateException("a mishap went wrong", failure.getCause());
        } catch (TimeoutException late) {
            throw new IllegalStateException("a mishap does not end", late);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    @Override
    public void close() {
        hands.shutdownNow();
    }
}
