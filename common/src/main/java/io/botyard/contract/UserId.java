package io.botyard.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A tenant, and the Kafka key of everything that concerns their bot.
 *
 * @param value positive; {@code 0} is {@link #PLATFORM}
 */
public record UserId(@JsonValue long value) {

    /** Nobody in particular: the platform's own trail. */
    public static final UserId PLATFORM = new UserId(0);

    @JsonCreator
    public UserId {
        if (value < 0) {
            throw new IllegalArgumentException("a user id is not negative: " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
