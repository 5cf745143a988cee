package io.botyard.gateway.operations;

import io.botyard.contract.UserId;
import io.botyard.contract.command.BotCommand;
import java.time.Instant;

/** That a command was accepted: whose, of which kind, and when. */
public record Accepted(UserId user, String kind, Instant at) {

    public static Accepted of(BotCommand command) {
        return new Accepted(command.userId(), command.kind(), command.said());
    }
}
