package io.botyard.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A command, and the operation an API client sees of it. Gateways make them as UUIDv7, so they sort by time. */
public record CommandId(@JsonValue UUID value) {

    @JsonCreator
    public CommandId {}

    /** The id of a command that this one brings along, the same each time it is asked for. */
    public CommandId derived(String purpose) {
        return new CommandId(UUID.nameUUIDFromBytes((value + "/" + purpose).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
