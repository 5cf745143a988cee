package io.botyard.contract.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.botyard.contract.CommandId;
import io.botyard.contract.Message;
import io.botyard.contract.UserId;
import java.time.Instant;
import java.util.UUID;

/**
 * A call is about to be made: written before, so that whoever takes over knows what may have happened.
 *
 * @param until the call's deadline; after it nobody is making the call any more
 */
public record CallIntent(CommandId commandId, UserId userId, Instant at, Instant until) implements Message {

    @Override
    @JsonIgnore
    public UUID messageId() {
        return commandId.value();
    }

    @Override
    @JsonIgnore
    public Instant said() {
        return at;
    }
}
