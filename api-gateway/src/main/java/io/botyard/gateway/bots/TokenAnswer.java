package io.botyard.gateway.bots;

import io.botyard.contract.BotStatus;
import io.botyard.contract.event.BotTokenReplaced;

/** A token that was replaced and now wants to be verified. */
record TokenAnswer(boolean success, String message, BotStatus status, boolean requiresVerification) {

    static TokenAnswer of(BotTokenReplaced bot) {
        return new TokenAnswer(true, message(bot.status()), bot.status(), true);
    }

    private static String message(BotStatus status) {
        return status == BotStatus.SUSPENDED
                ? "The token is replaced. The bot stays suspended by an admin."
                : "The token is replaced. Verify it with POST /api/user-bot/verify.";
    }
}
