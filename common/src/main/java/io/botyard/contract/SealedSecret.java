package io.botyard.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A {@link Secret} encrypted for one user: safe in a topic or a row, useless in another user's. */
public record SealedSecret(@JsonValue String value) {

    @JsonCreator
    public SealedSecret {}

    @Override
    public String toString() {
        return "SealedSecret[" + value.length() + " characters]";
    }
}
