package io.botyard.sandbox.pace;

import java.util.HashMap;
import java.util.Map;

/** One bot and its chats. A send that is refused counts against nothing but the penalty. */
final class BotPace {

    private static final int CHATS_SWEPT_AT = 10_000;

    private final Pace pace;
    private final Meter meter;
    private final Penalty penalty = new Penalty();
    private final Map<String, ChatPace> chats = new HashMap<>();
    private int sweepAt = CHATS_SWEPT_AT;

    BotPace(Pace pace) {
        this.pace = pace;
        this.meter = new RateMeter(pace.bot());
    }

    /** Seconds to wait, or 0 when the send may go. */
    synchronized int send(String chatId, long now) {
        ChatPace chat =
                chats.computeIfAbsent(chatId, id -> new ChatPace(pace, id.startsWith("-") || id.startsWith("@")));
        int refused = refusal(chat, now);
        if (refused == 0) {
            meter.send(now);
            chat.send(now);
        }
        sweep(now);
        return refused;
    }

    private int refusal(ChatPace chat, long now) {
        long longest = pace.longestPenalty().toMillis();
        if (penalty.lasts(now)) {
            return penalty.ignored(now, longest);
        }
        if (chat.penalty.lasts(now)) {
            return chat.penalty.ignored(now, longest);
        }
        long wait = chat.waitFrom(now);
        if (wait > 0) {
            return chat.penalty.impose(now, wait, longest);
        }
        wait = meter.waitFrom(now);
        return wait > 0 ? penalty.impose(now, wait, longest) : 0;
    }

    private void sweep(long now) {
        if (chats.size() > sweepAt) {
            chats.values().removeIf(chat -> chat.rested(now));
            sweepAt = Math.max(CHATS_SWEPT_AT, chats.size() * 2);
        }
    }
}
