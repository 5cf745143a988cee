package io.botyard.gateway.admin;

import io.botyard.contract.BotProfile;
import io.botyard.contract.VerificationFailure;
import io.botyard.contract.event.BotAccessed;
import org.jspecify.annotations.Nullable;

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
}
