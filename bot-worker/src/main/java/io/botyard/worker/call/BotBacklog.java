package io.botyard.worker.call;

import io.botyard.worker.store.CallLane;
import io.botyard.worker.store.ParkedLane;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** What waits of one bot. */
final class BotBacklog {

    /** Who was not let through is looked at again then, unless something happens before. */
    private static final Duration GLANCE = Duration.ofSeconds(1);

    private final BacklogSettings settings;
    private final Map<CallLane, LaneBacklog> lanes = new LinkedHashMap<>();
    private int inMemory;
    private int parked;
    private Instant lookAt = Instant.MIN;

    BotBacklog(BacklogSettings settings) {
        this.settings = settings;
    }

    synchronized void load(ParkedLane row) {
        var lane = lanes.computeIfAbsent(row.lane(), _ -> new LaneBacklog());
        lane.park(row.calls(), row.first(), row.interactive());
        parked += row.calls();
        if (row.hopeless()) {
            lane.hurry();
        }
    }

    synchronized Place enter(CallLane key, long position, boolean interactive) {
        var lane = lanes.get(key);
        var behind = lane != null && lane.goesBefore(position);
        if (!behind && inMemory < settings.inMemory(interactive)) {
            lanes.computeIfAbsent(key, _ -> new LaneBacklog()).came();
            inMemory++;
            return Place.IN_MEMORY;
        }
        if (parked >= settings.parked()) {
            return Place.NONE;
        }
        parkSoon(key, position, interactive);
        return Place.PARKED;
    }

    synchronized void parkSoon(CallLane key, long position, boolean interactive) {
        lanes.computeIfAbsent(key, _ -> new LaneBacklog()).parkSoon(position, interactive);
        parked++;
    }

    synchronized void park(CallLane key, long position, boolean interactive) {
        lanes.computeIfAbsent(key, _ -> new LaneBacklog()).park(1, position, interactive);
        parked++;
        lookAt = Instant.MIN;
    }

    synchronized boolean goesBefore(CallLane key, long position) {
        var lane = lanes.get(key);
        return lane != null && lane.goesBefore(position);
    }

    /** A call is in memory no longer, whatever became of it. */
    synchronized void left(CallLane key) {
        change(key, LaneBacklog::went);
    }

    synchronized void nowParked(CallLane key, long position) {
        change(key, lane -> lane.nowParked(position));
    }

    synchronized void notParked(CallLane key, long position) {
        change(key, lane -> lane.notParked(position));
    }

    synchronized long firstOnTheWay(CallLane key) {
        var lane = lanes.get(key);
        return lane == null ? Long.MAX_VALUE : lane.firstOnTheWay();
    }

    synchronized void looking(CallLane key) {
        change(key, LaneBacklog::looking);
    }

    synchronized void without(CallLane key) {
        change(key, LaneBacklog::without);
    }

    synchronized void none(CallLane key) {
        change(key, LaneBacklog::none);
    }

    synchronized void ended(CallLane key, long position) {
        change(key, lane -> lane.ended(position));
    }

    synchronized void waits(CallLane key, long position, Instant until) {
        change(key, lane -> lane.waits(position, until));
    }

    synchronized void changed(boolean takesCalls) {
        lanes.values().forEach(takesCalls ? LaneBacklog::waitNoLonger : LaneBacklog::hurry);
        lookAt = Instant.MIN;
    }

    /** Lanes whose next call may be fetched, interactive ones first; each counts as in memory until it has left. */
    synchronized List<CallLane> fetch(long readUpTo, Instant now, Function<CallLane, Duration> untilOpen) {
        if (parked == 0 || lookAt.isAfter(now)) {
            return List.of();
        }
        lookAt = now.plus(GLANCE);
        var fetched = new ArrayList<CallLane>();
        for (var interactive : List.of(true, false)) {
            lanes.forEach((key, lane) -> {
                if (lane.interactive() == interactive
                        && inMemory < settings.inMemory(interactive)
                        && lane.ready(readUpTo, now)
                        && (lane.hurried() || isOpen(untilOpen.apply(key), now))) {
                    lane.fetched();
                    inMemory++;
                    fetched.add(key);
                }
            });
        }
        // Behind the others from now on, so that each has its turn.
        for (var key : fetched) {
            var lane = lanes.remove(key);
            if (lane != null) {
                lanes.put(key, lane);
            }
        }
        return fetched;
    }

    synchronized int parked() {
        return parked;
    }

    synchronized int inMemory() {
        return inMemory;
    }

    synchronized boolean isFull() {
        return parked >= settings.parked();
    }

    synchronized boolean isDrained() {
        return parked <= settings.drained();
    }

    synchronized boolean empty() {
        return lanes.isEmpty();
    }

    private boolean isOpen(Duration wait, Instant now) {
        if (wait.isZero()) {
            return true;
        }
        var opens = now.plus(wait);
        lookAt = opens.isBefore(lookAt) ? opens : lookAt;
        return false;
    }

    /** What the bot has is what its lanes have, whatever happens to them. */
    private void change(CallLane key, Consumer<LaneBacklog> how) {
        var lane = lanes.get(key);
        if (lane != null) {
            inMemory -= lane.inMemory();
            parked -= lane.parked();
            how.accept(lane);
            inMemory += lane.inMemory();
            parked += lane.parked();
            if (lane.empty()) {
                lanes.remove(key);
            }
        }
        lookAt = Instant.MIN;
    }
}
