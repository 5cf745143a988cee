package io.botyard.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A bot as Telegram knows it: the digits before the colon of its token.
 *
 * @param value positive
 */
public record BotId(@JsonValue long value) {

    @JsonCreator
    public BotId {
        if (value <= 0) {
            throw new IllegalArgumentException("not positive: " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
