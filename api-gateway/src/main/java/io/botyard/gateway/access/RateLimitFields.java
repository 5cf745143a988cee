package io.botyard.gateway.access;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;

/**
 * What an answer says of the quotas it was measured by, as structured fields of
 * draft-ietf-httpapi-ratelimit-headers-11. A partition key is never sent: it would name an address or a user.
 */
public final class RateLimitFields {

    public static final String POLICY = "RateLimit-Policy";
    public static final String STATE = "RateLimit";

    private RateLimitFields() {}

    /** One member for each, in this order. */
    public static HttpHeaders of(List<Allowance> allowances) {
        var fields = new HttpHeaders();
        if (!allowances.isEmpty()) {
            fields.set(POLICY, each(allowances, RateLimitFields::policy));
            fields.set(STATE, each(allowances, RateLimitFields::state));
        }
        return fields;
    }

    /** Whole seconds, rounded up, and at least one: who waits so long does not come too early. */
    public static long seconds(Duration wait) {
        return Math.max(1, wait.plusSeconds(1).minusNanos(1).toSeconds());
    }

    private static String each(List<Allowance> allowances, Function<Allowance, String> member) {
        return allowances.stream().map(member).collect(Collectors.joining(", "));
    }

    private static String policy(Allowance allowance) {
        var quota = allowance.quota();
        return "\"" + quota.name() + "\";q=" + quota.rate().burst() + ";w="
                + seconds(quota.rate().window());
    }

    private static String state(Allowance allowance) {
        return "\"" + allowance.quota().name() + "\";r=" + allowance.remaining() + ";t=" + seconds(allowance.until());
    }
}
