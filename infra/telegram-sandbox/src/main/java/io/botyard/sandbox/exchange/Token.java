package io.botyard.sandbox.exchange;

import java.util.Optional;

/** A token of the form Telegram reads: {@code <bot id>:<secret>}. Never shown. */
public record Token(String value, long botId) {

    private static final int LONGEST = 80;
    private static final long BOT_IDS_END = 1L << 54;

    /** Empty when Telegram would not even look the token up. */
    public static Optional<Token> of(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || colon == text.length() - 1 || text.length() > LONGEST || text.indexOf('/') >= 0) {
            return Optional.empty();
        }
        long id = leadingId(text, colon);
        return id > 0 && id < BOT_IDS_END ? Optional.of(new Token(text, id)) : Optional.empty();
    }

    private static long leadingId(String text, int colon) {
        if (text.charAt(0) == '0' || colon > 17) {
            return -1;
        }
        long id = 0;
        for (int i = 0; i < colon; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            id = id * 10 + (c - '0');
        }
        return id;
    }

    @Override
    public String toString() {
        return "Token[redacted]";
    }
}
