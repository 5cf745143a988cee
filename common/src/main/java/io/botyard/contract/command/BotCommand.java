package io.botyard.contract.command;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.botyard.contract.CommandId;
import io.botyard.contract.Message;
import io.botyard.contract.UserId;
import java.time.Instant;
import java.util.UUID;

/** Something asked of a user's bot. */
public sealed interface BotCommand extends Message permits ControlCommand, CallMethod {

    Origin origin();

    @JsonIgnore
    default CommandId commandId() {
        return origin().commandId();
    }

    @Override
    @JsonIgnore
    default UserId userId() {
        return origin().userId();
    }

    @Override
    default UUID messageId() {
        return commandId().value();
    }

    @Override
    default Instant said() {
        return origin().acceptedAt();
    }
}
