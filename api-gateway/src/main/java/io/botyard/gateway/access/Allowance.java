package io.botyard.gateway.access;

import io.botyard.ratelimit.Token;
import java.time.Duration;

/**
 * What a quota allows somebody now.
 *
 * @param token whether there is one for them
 */
public record Allowance(Quota quota, Token token) {

    /** How many more there may be at once. */
    long remaining() {
        return switch (token) {
            case Token.Ready(long more) -> more;
            case Token.Due(Duration _) -> 0;
        };
    }

    /** Until something, or more than now, may be done: the next if there is none, else all of the quota. */
    Duration until() {
        return switch (token) {
            case Token.Ready(long more) ->
                quota.rate().interval().multipliedBy(quota.rate().burst() - more);
            case Token.Due(Duration in) -> in;
        };
    }
}
