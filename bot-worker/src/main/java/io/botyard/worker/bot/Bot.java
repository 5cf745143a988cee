package io.botyard.worker.bot;

import io.botyard.contract.BotId;
import io.botyard.contract.BotRowId;
import io.botyard.contract.Limits;
import io.botyard.contract.SealedSecret;
import io.botyard.contract.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user's bot. Immutable: a change is a new value with the next version.
 *
 * @param tokenSince the version that brought the token: sealed anew it is still the same one
 * @param webhookSecretSha256 what its {@link WebhookSecret} is recognized by; none before its token is verified
 * @param limits the user's own; an admin's ceilings stand beside them
 * @param version grows with each of its changes
 */
public record Bot(
        BotRowId id,
        UserId owner,
        BotId botId,
        @Nullable String username,
        SealedSecret token,
        long tokenSince,
        @Nullable SealedSecret mtproto,
        @Nullable String webhookSecretSha256,
        Limits limits,
        BotState state,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    /** What {@code last_error} says of a token that Telegram does not know. */
    public static final String REJECTED = "Telegram rejected the token (401 Unauthorized).";

    /** What {@code last_error} says of a token that does not open. */
    public static final String UNREADABLE = "What is kept of the token does not open; bring the token again.";

    /** Telegram knew the token and said who the bot is; a suspended bot has no state to come from. */
    public Bot verified(BotState.Free from, Identification.Known known, Instant at) {
        return changed(
                known.profile().username(),
                limits,
                from.proven(),
                known.webhookSecret().sha256(),
                at);
    }

    public Bot unreachable(BotState.Free from, String why, Instant at) {
        return moved(from.unreachable(why), at);
    }

    public Bot tokenRejected(Instant at) {
        return moved(state.tokenRejected(REJECTED), at);
    }

    public Bot tokenUnreadable(Instant at) {
        return moved(state.tokenRejected(UNREADABLE), at);
    }

    /** Telegram told all of it to wait. */
    public Bot gated(BotState.Active from, Instant at) {
        return moved(from.gated(), at);
    }

    public Bot opened(BotState.RateLimited from, Instant at) {
        return moved(from.opened(), at);
    }

    /** Nothing is known of the new token yet. */
    public Bot with(SealedSecret newToken, Instant at) {
        return new Bot(
                id,
                owner,
                botId,
                username,
                newToken,
                version + 1,
                mtproto,
                null,
                limits,
                state.tokenReplaced(),
                version + 1,
                createdAt,
                at);
    }

    public Bot with(Limits newLimits, Instant at) {
        return changed(username, newLimits, state, webhookSecretSha256, at);
    }

    Bot suspended(String reason, Instant at) {
        return moved(state.suspended(reason), at);
    }

    Bot activated(Instant at) {
        return switch (state) {
            case BotState.Suspended suspended -> moved(suspended.activated(), at);
            case BotState.Free free -> moved(free, at);
        };
    }

    /** What stands beside it has changed. */
    public Bot touched(Instant at) {
        return moved(state, at);
    }

    private Bot moved(BotState next, Instant at) {
        return changed(username, limits, next, webhookSecretSha256, at);
    }

    private Bot changed(
            @Nullable String newName, Limits newLimits, BotState next, @Nullable String webhook, Instant at) {
        return new Bot(
                id,
                owner,
                botId,
                newName,
                token,
                tokenSince,
                mtproto,
                webhook,
                newLimits,
                next,
                version + 1,
                createdAt,
                at);
    }
}
