package io.botyard.worker.intake;

import io.botyard.contract.command.CallMethod;
import io.botyard.tracing.Tracing;
import io.botyard.worker.call.CallOnItsWay;
import io.botyard.worker.call.Calls;
import io.botyard.worker.call.Place;
import io.botyard.worker.call.Started;
import io.botyard.worker.intake.Endurance.End;
import io.botyard.worker.store.CallLane;
import io.botyard.worker.store.KeyedCalls;
import io.botyard.worker.store.ParkedCall;
import java.time.Clock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Calls of one chat go in order, one at a time; a call without a chat waits for none. */
final class CallLanes {

    /** Of a call that no record of its own asked for: it goes before those that wait. */
    static final long AHEAD = -1;

    private final Lanes<CallLane> lanes;
    private final Calls calls;
    private final KafkaCallJournal journal;
    private final Parking parking;
    private final KeyedCalls keyed;
    private final Clock clock;
    private final Tracing tracing;

    CallLanes(Calls calls, KafkaCallJournal journal, Parking parking, KeyedCalls keyed, Clock clock, Tracing tracing) {
        this.lanes = new Lanes<>("call", tracing);
        this.tracing = tracing;
        this.calls = calls;
        this.journal = journal;
        this.parking = parking;
        this.keyed = keyed;
        this.clock = clock;
    }

    /** Work in the lane of this call, which the backlog counts as in memory. */
    void submit(CallLane lane, Runnable work) {
        lanes.submit(lane, work);
    }

    /**
     * Carries the call out in its lane, or sets it aside, and says when that is kept. A call is done at once that has ended
     * before, or that an earlier owner set aside: its row brings it to its end, and may be gone by now.
     *
     * @param offset of the record that asked for it
     * @param position of the call among those of its lane
     */
    void submit(OwnedPartition owned, CallMethod call, long offset, long position, Consumer<End> ended) {
        if (owned.knowledge().hasEnded(call.commandId()) || owned.wasSetAside(call.commandId())) {
            ended.accept(End.DONE);
            return;
        }
        var coming = new Coming(owned, call, offset, position, ended);
        switch (owned.backlog().enter(call, position)) {
            case Place.IN_MEMORY ->
                lanes.submit(CallLane.of(call), again -> {
                    try (var _ = LogIds.of(call)) {
                        return coming.goOn(again);
                    }
                });
            case Place.PARKED -> coming.parkUnlessRepeat();
            case Place.NONE -> coming.refuse();
        }
    }

    /** One call on its way from its record. */
    private final class Coming {

        private final OwnedPartition owned;
        private final CallMethod call;
        private final long offset;
        private final long position;
        private final Consumer<End> ended;
        private @Nullable CallOnItsWay onItsWay;

        private Coming(OwnedPartition owned, CallMethod call, long offset, long position, Consumer<End> ended) {
            this.owned = owned;
            this.call = call;
            this.offset = offset;
            this.position = position;
            this.ended = ended;
        }

        /** Whether it has left the lane. What was set aside while it waited there, and was asked for before, goes before it. */
        private boolean goOn(Runnable again) {
            var isNew = onItsWay == null;
            if (isNew && owned.backlog().goesBefore(call, position)) {
                owned.backlog().parkSoon(call, position);
                parkUnlessRepeat();
            } else if (!carriedOut(isNew, again)) {
                return false;
            }
            owned.backlog().left(CallLane.of(call));
            return true;
        }

        private boolean carriedOut(boolean isNew, Runnable again) {
            var run = onItsWay == null ? calls.of(call, owned.lease(), started(), keeping()) : onItsWay;
            onItsWay = run;
            var end = Endurance.carryOut(owned.lease(), () -> (isNew && isRepeat()) || run.goOn());
            if (run.isQueued()) {
                run.whenCalled(again);
                return false;
            }
            ended.accept(end);
            return true;
        }

        private void parkUnlessRepeat() {
            if (!call.origin().keyed()) {
                park();
                return;
            }
            Thread.ofVirtual().name("keyed").start(tracing.carried(this::parkKeyed));
        }

        private void parkKeyed() {
            var repeat = new boolean[1];
            var end = Endurance.carryOut(owned.lease(), () -> {
                repeat[0] = isRepeat();
                return true;
            });
            if (end == End.DONE && !repeat[0]) {
                park();
            } else {
                owned.backlog().notParked(call, position);
                ended.accept(end);
            }
        }

        private void park() {
            var started = started();
            var running = started.stillRunningFor();
            var now = clock.instant();
            owned.parkingQueue()
                    .add(
                            new ParkedCall(
                                    call,
                                    position,
                                    started.attempts(),
                                    started.throttled(),
                                    started.mayBeDone(),
                                    now.plus(calls.untilOpen(call.userId(), call.chatId())),
                                    running == null ? null : now.plus(running),
                                    tracing.current().traceparent()),
                            ended);
        }

        private void refuse() {
            Thread.ofVirtual()
                    .name("refusal")
                    .start(tracing.carried(
                            () -> ended.accept(Endurance.carryOut(owned.lease(), () -> isRepeat() || refused()))));
        }

        /** Not by an owner of yesterday: the next one may find room for it. */
        private boolean refused() {
            return owned.lease().becomesTrusted() && keeping().conclude(calls.refused(call));
        }

        /** Of a call whose outcome is another record's to bring. */
        private boolean isRepeat() {
            return call.origin().keyed() && keyed.isRepeat(owned.lease(), call.commandId(), offset);
        }

        private Started started() {
            return owned.knowledge().of(call.commandId(), offset, clock.instant());
        }

        private RecordKeeping keeping() {
            return new RecordKeeping(call, position, owned, journal, parking, clock);
        }
    }
}
