package io.botyard.worker.bot;

import io.botyard.contract.BotId;
import io.botyard.contract.Ceilings;
import io.botyard.contract.Limits;
import io.botyard.contract.UserId;
import org.jspecify.annotations.Nullable;

/**
 * What admins decided about a user. It belongs to the user, whatever bot they have or bring.
 *
 * @param suspensionReason an admin's words; none when the user's bot may work
 * @param claim the bot of Telegram's that was verified when it was suspended: nobody else's until an admin activates,
 *     whatever becomes of the bot
 * @param version that of the user's last change that their present bot does not carry
 */
public record Standing(
        UserId user,
        @Nullable String suspensionReason,
        Ceilings ceilings,
        @Nullable BotId claim,
        long version) {

    /** Of a user about whom nobody decided anything. */
    public static Standing clean(UserId user) {
        return new Standing(user, null, Ceilings.NONE, null, 0);
    }

    public boolean suspended() {
        return suspensionReason != null;
    }

    /** Where a bot begins that this user brings. */
    public BotState beginning() {
        return suspensionReason == null
                ? new BotState.Pending(null)
                : new BotState.Suspended(suspensionReason, false, null);
    }

    /** The smaller of what the user wants and what they may have. */
    public Limits allowed(Limits own) {
        var perSecond = ceilings.maxRequestsPerSecond();
        var atOnce = ceilings.maxConcurrentRequests();
        return new Limits(
                perSecond == null
                        ? own.maxRequestsPerSecond()
                        : own.maxRequestsPerSecond().min(perSecond),
                atOnce == null ? own.maxConcurrentRequests() : Math.min(own.maxConcurrentRequests(), atOnce));
    }

    Standing suspended(String reason, @Nullable BotId claimed, long at) {
        return new Standing(user, reason, ceilings, claimed, at);
    }

    Standing activated(long at) {
        return new Standing(user, null, ceilings, null, at);
    }

    Standing limited(Ceilings to, long at) {
        return new Standing(user, suspensionReason, to, claim, at);
    }

    Standing at(long at) {
        return new Standing(user, suspensionReason, ceilings, claim, at);
    }
}
