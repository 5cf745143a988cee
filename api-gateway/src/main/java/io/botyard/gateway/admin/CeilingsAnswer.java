package io.botyard.gateway.admin;

import io.botyard.contract.event.BotRateLimitsOverridden;
import io.botyard.gateway.bots.StatusAnswer.AdminLimits;

/** What an admin allows a user's bot at most from now on; null where there is no ceiling. */
record CeilingsAnswer(boolean success, String message, AdminLimits newLimits) {

    static CeilingsAnswer of(BotRateLimitsOverridden overridden) {
        return new CeilingsAnswer(true, "The ceilings are changed.", AdminLimits.of(overridden.after()));
    }
}
