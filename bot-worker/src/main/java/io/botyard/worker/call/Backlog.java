package io.botyard.worker.call;

import io.botyard.contract.Priority;
import io.botyard.contract.UserId;
import io.botyard.contract.command.CallMethod;
import io.botyard.worker.store.CallLane;
import io.botyard.worker.store.ParkedLane;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What waits of the bots of one partition, while it is owned: of each bot a bounded number in memory, and the rest in
 * Postgres. Of a chat what was asked first goes first, wherever it waits.
 */
public final class Backlog {

    private final BacklogSettings settings;
    private final Map<UserId, BotBacklog> bots = new ConcurrentHashMap<>();

    /** @param parked what earlier owners set aside */
    public Backlog(BacklogSettings settings, Collection<ParkedLane> parked) {
        this.settings = settings;
        parked.forEach(lane -> of(lane.lane().user()).load(lane));
    }

    /** Finds a call its place. */
    public Place enter(CallMethod call, long position) {
        var place = new AtomicReference<>(Place.NONE);
        bots.compute(call.userId(), (_, known) -> {
            var bot = known == null ? new BotBacklog(settings) : known;
            place.set(bot.enter(CallLane.of(call), position, isInteractive(call)));
            return bot;
        });
        return place.get();
    }

    /** A call in memory is to be set aside behind others; {@link #nowParked} or {@link #notParked} follows. */
    public void parkSoon(CallMethod call, long position) {
        var lane = CallLane.of(call);
        change(lane, bot -> bot.parkSoon(lane, position, isInteractive(call)));
    }

    /** A call in memory has been set aside. */
    public void park(CallMethod call, long position) {
        var lane = CallLane.of(call);
        change(lane, bot -> bot.park(lane, position, isInteractive(call)));
    }

    /** Whether something is set aside that goes before this call. */
    public boolean goesBefore(CallMethod call, long position) {
        var bot = bots.get(call.userId());
        return bot != null && bot.goesBefore(CallLane.of(call), position);
    }

    /** One of a lane's calls is in memory no longer, whatever became of it. */
    public void left(CallLane lane) {
        change(lane, bot -> bot.left(lane));
    }

    /** A call whose place was among the parked is there now. */
    public void nowParked(CallMethod call, long position) {
        var lane = CallLane.of(call);
        change(lane, bot -> bot.nowParked(lane, position));
    }

    /** One whose place was among the parked is not to be there, or has been there before. */
    public void notParked(CallMethod call, long position) {
        var lane = CallLane.of(call);
        change(lane, bot -> bot.notParked(lane, position));
    }

    /**
     * The first position of those that are on their way to be set aside in this lane, or the largest number. What is there
     * and comes after it is not to be carried out yet, so this is asked before looking what there is.
     */
    public long firstOnTheWay(CallLane lane) {
        var bot = bots.get(lane.user());
        return bot == null ? Long.MAX_VALUE : bot.firstOnTheWay(lane);
    }

    /** Before anybody looks what is set aside in this lane, one at a time: what comes to be there meanwhile may not be seen. */
    public void looking(CallLane lane) {
        change(lane, bot -> bot.looking(lane));
    }

    /** One of those that were counted as set aside is not any more. */
    public void without(CallMethod call) {
        var lane = CallLane.of(call);
        change(lane, bot -> bot.without(lane));
    }

    /** Nothing was found in this lane since {@link #looking}. */
    public void none(CallLane lane) {
        change(lane, bot -> bot.none(lane));
    }

    /** A call that was set aside has come to its end. */
    public void ended(CallMethod call, long position) {
        var lane = CallLane.of(call);
        change(lane, bot -> bot.ended(lane, position));
    }

    /** The next call of a lane is not to go before then. */
    public void waits(CallLane lane, long position, Instant until) {
        change(lane, bot -> bot.waits(lane, position, until));
    }

    /**
     * A bot has changed: what waits for its time is looked at anew.
     *
     * @param takesCalls when it does not, also what waits for its gate
     */
    public void changed(UserId user, boolean takesCalls) {
        var bot = bots.get(user);
        if (bot != null) {
            bot.changed(takesCalls);
        }
    }

    /**
     * Lanes whose next call is to be fetched; each counts as in memory until it has {@link #left}.
     *
     * @param readUpTo records of this partition below it have been taken in
     */
    public List<CallLane> fetch(long readUpTo, Instant now, Function<CallLane, Duration> untilOpen) {
        return bots.values().stream()
                .flatMap(bot -> bot.fetch(readUpTo, now, untilOpen).stream())
                .toList();
    }

    /** Users for whose bots no more calls are taken. */
    public List<UserId> full() {
        return bots.entrySet().stream()
                .filter(bot -> bot.getValue().isFull())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** How many calls are set aside. */
    public int parked() {
        return bots.values().stream().mapToInt(BotBacklog::parked).sum();
    }

    public int parked(UserId user) {
        var bot = bots.get(user);
        return bot == null ? 0 : bot.parked();
    }

    /** How many calls wait in memory for one bot. */
    public int inMemory(UserId user) {
        var bot = bots.get(user);
        return bot == null ? 0 : bot.inMemory();
    }

    /** Whether gateways may let calls of this user in again. */
    public boolean isDrained(UserId user) {
        var bot = bots.get(user);
        return bot == null || bot.isDrained();
    }

    private BotBacklog of(UserId user) {
        return bots.computeIfAbsent(user, _ -> new BotBacklog(settings));
    }

    private static boolean isInteractive(CallMethod call) {
        return call.options().priority() == Priority.INTERACTIVE;
    }

    private void change(CallLane lane, Consumer<BotBacklog> how) {
        bots.computeIfPresent(lane.user(), (_, bot) -> {
            how.accept(bot);
            return bot.empty() ? null : bot;
        });
    }
}
