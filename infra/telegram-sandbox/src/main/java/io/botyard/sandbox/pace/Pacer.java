package io.botyard.sandbox.pace;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Holds every bot to the pace. */
public final class Pacer {

    private final Clock clock;
    private final Map<Long, BotPace> bots = new ConcurrentHashMap<>();
    private volatile Pace pace;

    public Pacer(Clock clock, Pace pace) {
        this.clock = clock;
        this.pace = pace;
    }

    public Pace pace() {
        return pace;
    }

    /** From now on this pace; what was sent before is forgotten. */
    public void adjust(Pace to) {
        pace = to;
        bots.clear();
    }

    public void forgive() {
        bots.clear();
    }

    /** A bot wants to send to a chat: the seconds it has to wait, or 0 when it may. */
    public int send(long botId, String chatId) {
        Pace current = pace;
        if (!current.enforced()) {
            return 0;
        }
        return bots.computeIfAbsent(botId, id -> new BotPace(current)).send(chatId, clock.millis());
    }
}
