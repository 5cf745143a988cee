package io.botyard.contract.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/**
 * The call was set aside in the worker's database and goes on from there: no outcome yet. Told once at most; losing it
 * loses nothing.
 *
 * @param notBefore when it may be made at the earliest
 */
public record CallParked(
        @JsonUnwrapped EventHead head, @JsonUnwrapped CallHead call, Instant notBefore) implements CallEvent {

    /** What its id is derived from. */
    public static final String KIND = "call_parked";
}
