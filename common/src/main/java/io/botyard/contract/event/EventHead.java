package io.botyard.contract.event;

import io.botyard.contract.Actor;
import io.botyard.contract.CommandId;
import io.botyard.contract.EventId;
import io.botyard.contract.UserId;
import io.botyard.contract.command.BotCommand;
import java.time.Instant;

/**
 * What every event says of itself.
 *
 * @param version the bot's version after it; a reader that has seen a later one ignores it
 * @param actor on whose behalf it happened
 */
public record EventHead(
        EventId eventId, CommandId commandId, UserId userId, long version, Instant at, Actor actor, String requestId) {

    /** The head of what no command asked for, only met: on nobody's behalf. */
    public static EventHead ofItself(CommandId met, UserId user, String kind, long version, Instant at) {
        return new EventHead(EventId.of(met, kind), met, user, version, at, Actor.SYSTEM, "unknown");
    }

    /** The head of what this command brought about, its id derived from the command's and {@code kind}. */
    public static EventHead of(BotCommand command, String kind, long version, Instant at) {
        var origin = command.origin();
        return new EventHead(
                EventId.of(origin.commandId(), kind),
                origin.commandId(),
                origin.userId(),
                version,
                at,
                origin.actor(),
                origin.requestId());
    }
}
