package io.botyard.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A bot as Botyard knows it: its row. A removed and re-created bot has a new one.
 *
 * @param value positive
 */
public record BotRowId(@JsonValue long value) {

    @JsonCreator
    public BotRowId {
        if (value <= 0) {
            throw new IllegalArgumentException("not positive: " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
