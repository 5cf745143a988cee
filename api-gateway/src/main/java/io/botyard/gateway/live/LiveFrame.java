package io.botyard.gateway.live;

import io.botyard.contract.BotRowId;
import io.botyard.contract.BotStatus;
import io.botyard.contract.CommandId;
import io.botyard.contract.UserId;
import io.botyard.gateway.operations.Status;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a socket is told: ids, states and codes; never a text, a result or a secret.
 *
 * @param at when it happened
 */
record LiveFrame(String type, Instant at, Content data) {

    sealed interface Content {}

    /**
     * A bot changed.
     *
     * @param id none when the user has no bot at the moment
     * @param event what happened, such as {@code bot_verified}
     * @param status none when it stays what it was, and when the bot is gone
     * @param version of the bot, by which this can be put in order with what was read elsewhere
     */
    record Bot(
            UserId userId,
            @Nullable BotRowId id,
            String event,
            @Nullable BotStatus status,
            long version) implements Content {}

    /**
     * An operation ended.
     *
     * @param errorCode none when it succeeded
     */
    record Operation(
            CommandId operationId,
            UserId userId,
            String kind,
            Status status,
            @Nullable String errorCode) implements Content {}

    /** Whose bots this admin watches from now on. */
    record Watching(List<UserId> userIds) implements Content {}

    /** A frame that was not obeyed; the codes are those of problems. */
    record Disobeyed(String code, String message) implements Content {}
}
