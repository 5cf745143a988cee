package io.botyard.audit.operations;

import io.botyard.audit.entry.StorableText;
import io.botyard.contract.CommandId;
import io.botyard.contract.UserId;
import io.botyard.contract.command.BotCommand;
import io.botyard.contract.command.CallMethod;
import io.botyard.contract.command.ControlCommand;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A command was taken; of its content only the method is kept.
 *
 * @param kind the command's name in snake_case
 */
record Acceptance(
        CommandId id, UserId userId, String kind, @Nullable String method, Instant at) implements News {
    private static final int LONGEST_METHOD = 64;

    static Acceptance of(BotCommand command) {
        var method = switch (command) {
            case CallMethod call -> method(call.method());
            case ControlCommand _ -> null;
        };
        return new Acceptance(
                command.commandId(),
                command.userId(),
                command.kind(),
                method,
                command.origin().acceptedAt());
    }

    @Override
    public Operation appliedTo(@Nullable Operation known) {
        return known == null ? Operation.of(this) : known.accepted(this);
    }

    static String method(String asSent) {
        return StorableText.of(asSent, LONGEST_METHOD);
    }
}
