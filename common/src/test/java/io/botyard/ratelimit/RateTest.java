package io.botyard.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateTest {

    @Test
    void rule11HalfARequestPerSecondIsOneEveryTwoSeconds() {
        assertThat(Rate.perSecond(new BigDecimal("0.5")).interval()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void theIntervalIsRoundedUpSoThatTheRateIsNeverExceeded() {
        assertThat(Rate.perSecond(new BigDecimal("30")).interval()).isEqualTo(Duration.ofNanos(33_333_334));
        assertThat(Rate.per(7, Duration.ofSeconds(1)).window()).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void soManyInAWindowComeBackWithinIt() {
        var rate = Rate.per(10, Duration.ofMinutes(15));
        assertThat(rate).isEqualTo(new Rate(Duration.ofSeconds(90), 10));
        assertThat(rate.window()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void nodesThatCannotTalkTogetherKeepToTheRate() {
        assertThat(Rate.per(10, Duration.ofMinutes(15)).dividedBy(2)).isEqualTo(new Rate(Duration.ofMinutes(3), 5));
        assertThat(Rate.per(1, Duration.ofMinutes(1)).dividedBy(3)).isEqualTo(new Rate(Duration.ofMinutes(3), 1));
    }

    @Test
    void aRateIsMoreThanNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> Rate.perSecond(BigDecimal.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(Duration.ZERO, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(Duration.ofSeconds(1), 0));
    }
}
