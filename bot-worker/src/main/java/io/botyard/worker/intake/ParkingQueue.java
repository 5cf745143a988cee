package io.botyard.worker.intake;

import io.botyard.worker.intake.Endurance.End;
import io.botyard.worker.store.ParkedCall;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Calls of one partition that are to be set aside: those that come while others are on their way go together. */
final class ParkingQueue {

    private static final int AT_ONCE = 500;

    private record Waiting(ParkedCall call, Consumer<End> ended) {}

    private final OwnedPartition owned;
    private final Parking parking;
    private final ConcurrentLinkedQueue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean busy = new AtomicBoolean();

    ParkingQueue(OwnedPartition owned, Parking parking) {
        this.owned = owned;
        this.parking = parking;
    }

    void add(ParkedCall call, Consumer<End> ended) {
        waiting.add(new Waiting(call, ended));
        if (busy.compareAndSet(false, true)) {
            Thread.ofVirtual().name("parking").start(this::run);
        }
    }

    private void run() {
        do {
            for (var batch = next(); !batch.isEmpty(); batch = next()) {
                keep(batch);
            }
            busy.set(false);
        } while (!waiting.isEmpty() && busy.compareAndSet(false, true));
    }

    private void keep(List<Waiting> batch) {
        var calls = batch.stream().map(Waiting::call).toList();
        var tries = new AtomicInteger();
        var end = Endurance.carryOut(owned.lease(), () -> {
            var first = tries.incrementAndGet() == 1;
            var added = parking.keep(owned.lease(), calls);
            calls.forEach(parked ->
                    counted(parked, !first || added.contains(parked.call().commandId())));
            return true;
        });
        if (end == End.HOPELESS) {
            // Nobody knows what is there of them: who looks next counts off what is not, and nothing waits for them.
            calls.forEach(parked -> owned.backlog().nowParked(parked.call(), parked.position()));
        }
        batch.forEach(each -> each.ended().accept(end));
    }

    /** What is found there by a second try may have been kept by the first. */
    private void counted(ParkedCall parked, boolean isNew) {
        if (isNew) {
            owned.backlog().nowParked(parked.call(), parked.position());
        } else {
            owned.backlog().notParked(parked.call(), parked.position());
        }
    }

    private List<Waiting> next() {
        var batch = new ArrayList<Waiting>();
        while (batch.size() < AT_ONCE) {
            var one = waiting.poll();
            if (one == null) {
                break;
            }
            batch.add(one);
        }
        return batch;
    }
}
