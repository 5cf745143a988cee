package io.botyard.gateway.admin;

import io.botyard.contract.Ceilings;
import io.botyard.contract.Limits;
import io.botyard.gateway.access.FieldError;
import io.botyard.gateway.access.Rejection;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An admin's ceilings: a number sets one, null lifts it, and what is left out stays as it is. */
record CeilingsBody(
        @Nullable
        @Schema(
                types = {"number", "null"},
                minimum = "0.1",
                maximum = "100")
        JsonNode maxRequestsPerSecond,

        @Nullable
        @Schema(
                types = {"integer", "null"},
                minimum = "1",
                maximum = "50")
        JsonNode maxConcurrentRequests) {

    private static final String RATE = "max_requests_per_second";
    private static final String CONCURRENT = "max_concurrent_requests";
    private static final int DECIMALS = 3;

    void check() {
        var errors = new ArrayList<FieldError>();
        if (maxRequestsPerSecond == null && maxConcurrentRequests == null) {
            errors.add(new FieldError(RATE, "required", "one ceiling at least is to be changed"));
        }
        set(maxRequestsPerSecond).ifPresent(rate -> checkRate(rate, errors));
        set(maxConcurrentRequests).ifPresent(concurrent -> checkConcurrent(concurrent, errors));
        if (!errors.isEmpty()) {
            throw Rejection.invalid(errors);
        }
    }

    Ceilings ceilings() {
        return new Ceilings(
                set(maxRequestsPerSecond).map(JsonNode::decimalValue).orElse(null),
                set(maxConcurrentRequests).map(JsonNode::intValue).orElse(null));
    }

    Set<Ceilings.Field> lifted() {
        var lifted = EnumSet.noneOf(Ceilings.Field.class);
        if (maxRequestsPerSecond != null && maxRequestsPerSecond.isNull()) {
            lifted.add(Ceilings.Field.MAX_REQUESTS_PER_SECOND);
        }
        if (maxConcurrentRequests != null && maxConcurrentRequests.isNull()) {
            lifted.add(Ceilings.Field.MAX_CONCURRENT_REQUESTS);
        }
        return lifted;
    }

    private static Optional<JsonNode> set(@Nullable JsonNode ceiling) {
        return Optional.ofNullable(ceiling).filter(value -> !value.isNull());
    }

    private static void checkRate(JsonNode rate, List<FieldError> errors) {
        if (!rate.isNumber()) {
            errors.add(new FieldError(RATE, "wrong_type", "is a number or null"));
        } else if (rate.decimalValueOpt().filter(CeilingsBody::isRate).isEmpty()) {
            errors.add(new FieldError(RATE, "range", "is 0.1 to 100 with three decimals at the most"));
        }
    }

    private static void checkConcurrent(JsonNode concurrent, List<FieldError> errors) {
        if (!concurrent.isIntegralNumber()) {
            errors.add(new FieldError(CONCURRENT, "wrong_type", "is a whole number or null"));
        } else if (!concurrent.canConvertToInt()
                || concurrent.intValue() < 1
                || concurrent.intValue() > Limits.MOST_CONCURRENT) {
            errors.add(new FieldError(CONCURRENT, "range", "is 1 to " + Limits.MOST_CONCURRENT));
        }
    }

    private static boolean isRate(BigDecimal rate) {
        return rate.compareTo(Limits.SLOWEST) >= 0
                && rate.compareTo(Limits.FASTEST) <= 0
                && rate.stripTrailingZeros().scale() <= DECIMALS;
    }
}
