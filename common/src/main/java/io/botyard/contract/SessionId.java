package io.botyard.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One login and everything that is refreshed from it. */
public record SessionId(@JsonValue UUID value) {

    @JsonCreator
    public SessionId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
