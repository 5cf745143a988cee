package io.botyard.gateway.access;

import java.time.Duration;
import java.util.List;

/**
 * Why a request came too early.
 *
 * @param in how long to wait before trying again
 * @param allowances what the quotas allow that it was measured by; none when it was something other than a quota
 */
public record TooFast(CountedBy countedBy, Duration in, List<Allowance> allowances) {

    public TooFast {
        allowances = List.copyOf(allowances);
    }
}
