package io.botyard.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** One thing that happened, however often it is told: readers collapse repeats by it. */
public record EventId(@JsonValue UUID value) {

    @JsonCreator
    public EventId {}

    /** The same command and kind give the same id, so doing a command again tells nothing new. */
    public static EventId of(CommandId command, String kind) {
        return new EventId(UUID.nameUUIDFromBytes((command + "#" + kind).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
