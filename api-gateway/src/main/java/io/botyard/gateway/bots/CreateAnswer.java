package io.botyard.gateway.bots;

import io.botyard.contract.BotId;
import io.botyard.contract.BotRowId;
import io.botyard.contract.BotStatus;
import io.botyard.contract.event.BotRegistered;
import org.jspecify.annotations.Nullable;

/** A bot that was registered and now wants to be verified. */
record CreateAnswer(
        BotRowId id,
        BotId botId,
        @Nullable String botUsername,
        BotStatus status,
        boolean requiresVerification,
        String message) {

    static CreateAnswer of(BotRegistered bot) {
        return new CreateAnswer(bot.id(), bot.botId(), bot.botUsername(), bot.status(), true, message(bot.status()));
    }

    private static String message(BotStatus status) {
        return status == BotStatus.SUSPENDED
                ? "The bot is registered, and suspended by an admin."
                : "The bot is registered. Verify it with POST /api/user-bot/verify.";
    }
}
