package io.botyard.worker.intake;

import io.botyard.contract.UserId;
import io.botyard.contract.wire.Topic;
import io.botyard.tracing.Kind;
import io.botyard.tracing.Span;
import io.botyard.tracing.Tracing;
import io.botyard.worker.call.Calls;
import io.botyard.worker.call.Started;
import io.botyard.worker.intake.Endurance.End;
import io.botyard.worker.store.CallLane;
import io.botyard.worker.store.ParkedCall;
import io.botyard.worker.store.ParkedCalls;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;

/** Carries on with calls that were set aside, in their lanes, once their gates are open and there is room. */
final class Unparking {

    /** A row that cannot be carried out is left for a person to look at, and tried again now and then. */
    private static final Duration LATER = Duration.ofMinutes(1);

    private static final int AT_ONCE = 200;

    private final ParkedCalls rows;
    private final Calls calls;
    private final CallLanes lanes;
    private final KafkaCallJournal journal;
    private final Clock clock;
    private final Tracing tracing;

    Unparking(ParkedCalls rows, Calls calls, CallLanes lanes, KafkaCallJournal journal, Clock clock, Tracing tracing) {
        this.tracing = tracing;
        this.rows = rows;
        this.calls = calls;
        this.lanes = lanes;
        this.journal = journal;
        this.clock = clock;
    }

    /** Whatever may go now goes to its lane. */
    void next(OwnedPartition owned) {
        owned.backlog()
                .fetch(owned.readUpTo(), clock.instant(), lane -> calls.untilOpen(lane.user(), lane.chat()))
                .forEach(lane -> lanes.submit(lane, () -> {
                    var end = Endurance.carryOut(owned.lease(), () -> goOn(owned, lane));
                    if (end == End.HOPELESS) {
                        owned.backlog()
                                .waits(lane, Long.MIN_VALUE, clock.instant().plus(LATER));
                    }
                    owned.backlog().left(lane);
                }));
    }

    /** Calls whose time ran out behind others. Those that somebody is making end by themselves. */
    void expire(Collection<Integer> partitions, Function<UserId, Optional<OwnedPartition>> owner) {
        for (var parked : rows.expired(partitions, clock.instant(), AT_ONCE)) {
            owner.apply(parked.call().userId())
                    .ifPresent(owned -> lanes.submit(CallLane.of(parked.call()), () -> {
                        var _ = Endurance.carryOut(owned.lease(), () -> expire(owned, parked));
                    }));
        }
    }

    private boolean expire(OwnedPartition owned, ParkedCall parked) {
        try (var span = resumed(parked);
                var _ = span.enter()) {
            return keeping(owned, parked).expire(calls.expired(parked));
        }
    }

    private boolean goOn(OwnedPartition owned, CallLane lane) throws Exception {
        // In this order: a call that is read meanwhile may go before what is found, and is in neither of the first two.
        var readUpTo = owned.readUpTo();
        var onTheWay = owned.backlog().firstOnTheWay(lane);
        owned.backlog().looking(lane);
        var found = rows.first(owned.lease().partition(), lane, 1);
        if (found.isEmpty()) {
            // It is being set aside this moment, or it was counted twice.
            owned.backlog().none(lane);
            return true;
        }
        var parked = found.getFirst();
        var now = clock.instant();
        if (parked.position() >= readUpTo || parked.position() > onTheWay) {
            owned.backlog().waits(lane, Math.min(parked.position(), onTheWay), Instant.MIN);
            return true;
        }
        try (var span = resumed(parked);
                var _ = span.enter()) {
            return goOn(owned, parked, now);
        }
    }

    private boolean goOn(OwnedPartition owned, ParkedCall parked, Instant now) {
        var run = calls.of(parked.call(), owned.lease(), started(parked, now), keeping(owned, parked));
        var end = Endurance.carryOut(owned.lease(), run);
        if (end == End.HOPELESS) {
            return keeping(owned, parked).conclude(calls.failed(parked.call()));
        }
        return end == End.DONE;
    }

    /** Whoever set it aside, and however long ago: it is still the same trace. */
    private Span resumed(ParkedCall parked) {
        return Spans.about(
                tracing.begin(Kind.CONSUMER, "resume", Topic.BOT_CALLS.topicName(), parked.traceparent()),
                parked.call());
    }

    private RowKeeping keeping(OwnedPartition owned, ParkedCall parked) {
        return new RowKeeping(parked, owned, journal, rows);
    }

    private static Started started(ParkedCall parked, Instant now) {
        var until = parked.startedUntil();
        return new Started(
                until == null ? null : Duration.between(now, until.isAfter(now) ? until : now),
                parked.attempts(),
                parked.throttled(),
                parked.mayBeDone());
    }
}
