package io.botyard.gateway.bots;

import io.botyard.contract.Limits;
import io.botyard.gateway.access.Rejection;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The limits a user changes; what is left out stays as it is. */
record RateLimitsBody(
        @Nullable @DecimalMin("0.1") @DecimalMax("100") @Digits(integer = 3, fraction = 3)
        BigDecimal maxRequestsPerSecond,

        @Nullable @Min(1) @Max(Limits.MOST_CONCURRENT) Integer maxConcurrentRequests) {

    void checkSomething() {
        if (maxRequestsPerSecond == null && maxConcurrentRequests == null) {
            throw Rejection.invalid("max_requests_per_second", "required", "one limit at least is to be changed");
        }
    }
}
