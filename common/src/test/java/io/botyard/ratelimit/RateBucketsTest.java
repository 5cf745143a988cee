package io.botyard.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bucket4j.TimeMeter;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Time is given: whoever waits as told never exceeds the rate. */
class RateBucketsTest {

    private final AtomicLong now = new AtomicLong();
    private final RateBuckets buckets = new LocalRateBuckets(new GivenTime());

    @Test
    void rule11HalfARequestPerSecondIsOneEveryTwoSeconds() {
        var half = Rate.perSecond(new BigDecimal("0.5"));
        assertThat(half.interval()).isEqualTo(Duration.ofSeconds(2));
        assertThat(buckets.reserve("a", half)).isZero();
        assertThat(buckets.reserve("a", half)).isEqualTo(Duration.ofSeconds(2));
        assertThat(buckets.reserve("a", half)).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void aSecondsWorthMayGoAtOnceAndNoMore() {
        var rate = Rate.perSecond(new BigDecimal("30"));
        for (var i = 0; i < 30; i++) {
            assertThat(buckets.reserve("b", rate)).isZero();
        }
        assertThat(buckets.reserve("b", rate)).isPositive();
    }

    @Test
    void tokensComeBackWithTime() {
        var rate = Rate.perSecond(BigDecimal.ONE);
        buckets.reserve("c", rate);
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(buckets.reserve("c", rate)).isZero();
    }

    @Test
    void namesHoldBucketsOfTheirOwn() {
        var rate = Rate.perSecond(BigDecimal.ONE);
        buckets.reserve("d", rate);
        assertThat(buckets.reserve("e", rate)).isZero();
    }

    @Test
    void theIntervalIsRoundedUpSoThatTheRateIsNeverExceeded() {
        assertThat(Rate.perSecond(new BigDecimal("30")).interval()).isEqualTo(Duration.ofNanos(33_333_334));
    }

    @Test
    void aRateIsMoreThanNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(BigDecimal.ZERO, 1));
    }

    private final class GivenTime implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return now.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
