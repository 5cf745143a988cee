package io.botyard.testkit;

import io.botyard.contract.BotToken;

/** Bot tokens of the right form that belong to nobody. */
public final class Tokens {

    private static final String SECRET = "AAtestkit-made-this-token-up-0000000";

    private Tokens() {}

    public static BotToken of(long botId) {
        return new BotToken(botId + ":" + SECRET);
    }
}
