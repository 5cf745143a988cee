package io.botyard.gateway.admin;

import io.botyard.contract.BotRowId;
import io.botyard.contract.BotStatus;
import io.botyard.contract.UserId;
import io.botyard.contract.event.BotActivated;
import io.botyard.contract.event.BotSuspended;
import org.jspecify.annotations.Nullable;

/**
 * Where a user's bot stands after an admin stopped it or let it go on.
 *
 * @param id null when the user has no bot at the moment: what was decided holds for the next
 * @param status null when there is neither a bot nor a suspension
 */
record SuspensionAnswer(
        boolean success,
        String message,
        UserId userId,
        @Nullable BotRowId id,
        @Nullable BotStatus status,
        @Nullable String suspensionReason) {

    static SuspensionAnswer of(BotSuspended suspended) {
        return new SuspensionAnswer(
                true,
                suspended.id() == null ? "Whatever bot the user brings is suspended." : "The bot is suspended.",
                suspended.userId(),
                suspended.id(),
                BotStatus.SUSPENDED,
                suspended.reason());
    }

    static SuspensionAnswer of(BotActivated activated) {
        return new SuspensionAnswer(
                true, "The suspension is lifted.", activated.userId(), activated.id(), activated.status(), null);
    }
}
