package io.botyard.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One running gateway, to which replies find their way. New at each start. */
public record GatewayId(@JsonValue String value) {

    @JsonCreator
    public GatewayId {}

    @Override
    public String toString() {
        return value;
    }
}
