package io.botyard.sandbox.ledger;

import org.jspecify.annotations.Nullable;

/** Which calls to read: those after a seq, at most so many, of one bot and one method if they are given. */
public record CallFilter(@Nullable Long botId, @Nullable String method, long after, int limit) {

    /** The longest page. */
    public static final int LARGEST_LIMIT = 1000;

    public CallFilter {
        if (limit < 1 || limit > LARGEST_LIMIT) {
            throw new IllegalArgumentException("limit is 1 to " + LARGEST_LIMIT);
        }
        if (after < 0) {
            throw new IllegalArgumentException("after is not negative");
        }
    }

    public static CallFilter all() {
        return new CallFilter(null, null, 0, LARGEST_LIMIT);
    }

    public CallFilter ofBot(long bot) {
        return new CallFilter(bot, method, after, limit);
    }

    public CallFilter ofMethod(String name) {
        return new CallFilter(botId, name, after, limit);
    }

    public CallFilter after(long seq) {
        return new CallFilter(botId, method, seq, limit);
    }

    boolean admits(Call call) {
        return call.seq() > after
                && (botId == null || botId == call.botId())
                && (method == null || method.equalsIgnoreCase(call.method()));
    }
}
