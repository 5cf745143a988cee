package io.botyard.gateway.admin;

import io.botyard.contract.BotProfile;
import io.botyard.contract.VerificationFailure;
import io.botyard.contract.event.BotAccessed;
import io.botyard.contract.wire.WireJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What Telegram says of a user's bot; that it was asked stands in the trail.
 *
 * @param reason why it says nothing, when it does
 */
record AccessAnswer(
        boolean success,
        @Nullable BotProfile botInfo,
        boolean accessLogged,
        @Nullable VerificationFailure reason) {

    static AccessAnswer of(BotAccessed accessed) {
        return new AccessAnswer(accessed.failure() == null, accessed.profile(), true, accessed.failure());
    }

    /** As its operation holds it. */
    static AccessAnswer of(JsonNode result) {
        var mapper = WireJson.mapper();
        return new AccessAnswer(
                result.path("success").asBoolean(false),
                mapper.convertValue(result.get("bot_info"), BotProfile.class),
                true,
                mapper.convertValue(result.get("reason"), VerificationFailure.class));
    }
}
