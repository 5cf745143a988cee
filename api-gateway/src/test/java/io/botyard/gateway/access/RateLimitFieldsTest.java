package io.botyard.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.botyard.ratelimit.Token;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The fields as draft-ietf-httpapi-ratelimit-headers-11 writes them. */
class RateLimitFieldsTest {

    private static final Quota LOGINS = Quota.per("failed-logins", CountedBy.USER, 10, Duration.ofMinutes(15));
    private static final Quota PLACE = Quota.per("address", CountedBy.ADDRESS, 100, Duration.ofHours(1));

    @Test
    void saysTheQuotaAndThatNothingIsLeftOfIt() {
        var fields = RateLimitFields.of(List.of(new Allowance(LOGINS, new Token.Due(Duration.ofMillis(41_001)))));
        assertThat(fields.getFirst("RateLimit-Policy")).isEqualTo("\"failed-logins\";q=10;w=900");
        assertThat(fields.getFirst("RateLimit")).isEqualTo("\"failed-logins\";r=0;t=42");
    }

    @Test
    void saysHowMuchIsLeftAndWhenAllOfItIsBack() {
        var fields = RateLimitFields.of(
                List.of(new Allowance(LOGINS, new Token.Ready(8)), new Allowance(PLACE, new Token.Ready(99))));
        assertThat(fields.getFirst("RateLimit-Policy"))
                .isEqualTo("\"failed-logins\";q=10;w=900, \"address\";q=100;w=3600");
        assertThat(fields.getFirst("RateLimit")).isEqualTo("\"failed-logins\";r=8;t=180, \"address\";r=99;t=36");
    }

    @Test
    void secondsAreWholeAndRoundedUp() {
        assertThat(RateLimitFields.seconds(Duration.ofNanos(1))).isEqualTo(1);
        assertThat(RateLimitFields.seconds(Duration.ofSeconds(2))).isEqualTo(2);
        assertThat(RateLimitFields.seconds(Duration.ofSeconds(2).plusNanos(1))).isEqualTo(3);
        assertThat(RateLimitFields.seconds(Duration.ZERO)).isEqualTo(1);
    }

    @Test
    void aNameIsOneThatNeedsNoEscape() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quota.per("it\"s", CountedBy.BOT, 1, Duration.ofSeconds(1)));
    }
}
