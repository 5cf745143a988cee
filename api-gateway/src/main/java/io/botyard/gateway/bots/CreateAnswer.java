package io.botyard.gateway.bots;

import io.botyard.contract.BotId;
import io.botyard.contract.BotRowId;
import io.botyard.contract.BotStatus;
import io.botyard.contract.event.BotRegistered;
import io.botyard.contract.wire.WireJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

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

    /** As its operation holds it. */
    static CreateAnswer of(JsonNode result) {
        var status = WireJson.mapper().convertValue(result.path("status"), BotStatus.class);
        return new CreateAnswer(
                new BotRowId(result.path("id").asLong()),
                new BotId(result.path("bot_id").asLong()),
                result.path("bot_username").asStringOpt().orElse(null),
                status,
                true,
                message(status));
    }

    private static String message(BotStatus status) {
        return status == BotStatus.SUSPENDED
                ? "The bot is registered, and suspended by an admin."
                : "The bot is registered. Verify it with POST /api/user-bot/verify.";
    }
}
