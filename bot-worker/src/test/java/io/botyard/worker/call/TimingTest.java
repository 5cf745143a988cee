package io.botyard.worker.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.ratelimit.Rate;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** When a call may go on, by a clock that is given. */
class TimingTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Rate RATE = Rate.perSecond(new BigDecimal("2"));
    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

    private Instant now = NOON;
    private final InstantSource clock = () -> now;
    private final Timing timing = new Timing(clock.withZone(ZoneOffset.UTC), NOON.plusSeconds(60));

    /** Buckets are asked over the network; before, two calls went where there was a token for one. */
    @Test
    void aWaitCountsFromWhenItIsKnownHoweverLongItTookToLearnIt() {
        var slow = slowly(HALF_A_SECOND);
        assertThat(timing.untilDue(RATE, slow)).isEqualTo(HALF_A_SECOND);
        assertThat(timing.untilPaced(slow)).isEqualTo(HALF_A_SECOND);
    }

    @Test
    void aTokenIsKeptUntilItIsUsedAndDroppedWhenItsMomentHasPassed() {
        assertThat(timing.untilDue(RATE, () -> HALF_A_SECOND)).isEqualTo(HALF_A_SECOND);
        assertThat(timing.untilDue(RATE, () -> Duration.ofHours(1))).isEqualTo(HALF_A_SECOND);
        passes(Duration.ofMillis(750));
        assertThat(timing.late()).isFalse();
        passes(Duration.ofMillis(1));
        assertThat(timing.late()).isTrue();
        assertThat(timing.untilDue(RATE, () -> Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(1));
    }

    private Supplier<Duration> slowly(Duration wait) {
        return () -> {
            passes(Duration.ofMillis(400));
            return wait;
        };
    }

    private void passes(Duration time) {
        now = now.plus(time);
    }
}
