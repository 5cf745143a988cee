package io.botyard.worker.call;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.botyard.contract.Priority;
import io.botyard.contract.UserId;
import io.botyard.contract.command.CallMethod;
import io.botyard.ratelimit.LocalRateBuckets;
import io.botyard.ratelimit.Rate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Keeps to Telegram's pace before Telegram has to ask for it, and goes slower for a while where it had to. Local to the
 * owner: nobody else sends for its bots.
 */
@Component
class Pace {

    /** Eight times slower at most: beyond that Telegram's own gates say how long to wait. */
    private static final int SLOWEST = 3;

    private static final List<String> SENDING = List.of("send", "forward", "copy");
    private static final String TYPING = "sendchataction";

    /** How often a bot's pace was halved, and when last. */
    private record Slowness(int halved, long at) {}

    /** A token, and where it is taken. */
    private record Lane(String bucket, Rate rate) {}

    private final PaceSettings settings;
    private final LocalRateBuckets buckets;
    private final Ticker ticker;
    private final Cache<UserId, Slowness> slow;

    Pace(PaceSettings settings, Ticker ticker) {
        this.settings = settings;
        this.buckets = LocalRateBuckets.at(ticker::read);
        this.ticker = ticker;
        this.slow = Caffeine.newBuilder()
                .expireAfterWrite(settings.calmAfter().multipliedBy(SLOWEST + 1L))
                .ticker(ticker)
                .build();
    }

    /** Takes this call's turn in its chat and its bulk, and says how long to wait for it. */
    Duration reserve(CallMethod call) {
        return lanes(call).stream()
                .map(lane -> buckets.reserve(lane.bucket(), lane.rate()))
                .reduce(Duration.ZERO, (one, other) -> one.compareTo(other) > 0 ? one : other);
    }

    /** Lays a turn back that was not used. */
    void giveBack(CallMethod call) {
        lanes(call).forEach(lane -> buckets.giveBack(lane.bucket(), lane.rate()));
    }

    /** Telegram told this bot to wait. */
    void tooFast(UserId user) {
        slow.asMap().compute(user, (_, _) -> new Slowness(Math.min(SLOWEST, halved(user) + 1), ticker.read()));
    }

    private List<Lane> lanes(CallMethod call) {
        var chat = call.chatId();
        if (!settings.kept() || chat == null || !sends(call.method())) {
            return List.of();
        }
        var user = call.userId();
        var lanes = new ArrayList<Lane>();
        lanes.add(new Lane("chat:" + user + ":" + chat, ofChat(chat, halved(user))));
        if (call.options().priority() == Priority.BULK) {
            var interval = Duration.ofSeconds(1).dividedBy(settings.bulkPerSecond());
            lanes.add(new Lane("bulk:" + user, slower(interval, settings.bulkPerSecond(), halved(user))));
        }
        return lanes;
    }

    /** Telegram gives groups and channels ids below zero. */
    private Rate ofChat(String chat, int halved) {
        return chat.startsWith("-")
                ? slower(settings.group(), settings.groupBurst(), halved)
                : slower(settings.chat(), settings.chatBurst(), halved);
    }

    private static Rate slower(Duration interval, int burst, int halved) {
        return halved == 0 ? new Rate(interval, burst) : new Rate(interval.multipliedBy(1L << halved), 1);
    }

    private int halved(UserId user) {
        var known = slow.getIfPresent(user);
        if (known == null) {
            return 0;
        }
        var calm = (ticker.read() - known.at()) / settings.calmAfter().toNanos();
        return (int) Math.max(0, known.halved() - calm);
    }

    private static boolean sends(String method) {
        var name = method.toLowerCase(Locale.ROOT);
        return !name.equals(TYPING) && SENDING.stream().anyMatch(name::startsWith);
    }
}
