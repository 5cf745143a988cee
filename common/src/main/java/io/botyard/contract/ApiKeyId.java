package io.botyard.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** An API key, named without telling it. */
public record ApiKeyId(@JsonValue UUID value) {

    @JsonCreator
    public ApiKeyId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
