package io.botyard.testkit;

import io.botyard.contract.BotToken;

/** Bot tokens of the right form that belong to nobody. */
public final class Tokens {

    private static final String SECRET = "AAtestkit-made-this-token-up-0000000";

    private Tokens() {}

    public static BotToken of(long botId) {
        return new BotToken(botId + ":" + SECRET);
    }

    /** As if the bot's owner had revoked the one before: for the same bot, another. */
    public static BotToken anotherOf(long botId) {
        return new BotToken(botId + ":" + SECRET.replace('0', '1'));
    }
}
