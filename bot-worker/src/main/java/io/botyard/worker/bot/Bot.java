package io.botyard.worker.bot;

import io.botyard.contract.BotId;
import io.botyard.contract.BotProfile;
import io.botyard.contract.BotRowId;
import io.botyard.contract.Limits;
import io.botyard.contract.SealedSecret;
import io.botyard.contract.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user's bot. Immutable: a change is a new value with the next version.
 *
 * @param version counts its changes from 1
 */
public record Bot(
        BotRowId id,
        UserId owner,
        BotId botId,
        @Nullable String username,
        SealedSecret token,
        @Nullable SealedSecret mtproto,
        Limits limits,
        BotState state,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    /** What {@code last_error} says of a token that Telegram does not know. */
    public static final String REJECTED = "Telegram rejected the token (401 Unauthorized).";

    /** Telegram knew the token and said who the bot is. */
    public Bot verified(BotProfile profile, Instant at) {
        return changed(profile.username(), state.proven(), at);
    }

    public Bot tokenRejected(Instant at) {
        return changed(username, state.tokenRejected(REJECTED), at);
    }

    public Bot unreachable(String why, Instant at) {
        return changed(username, state.unreachable(why), at);
    }

    private Bot changed(@Nullable String newName, BotState next, Instant at) {
        return new Bot(id, owner, botId, newName, token, mtproto, limits, next, version + 1, createdAt, at);
    }
}
