package io.botyard.sandbox.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RetryDelayTest {

    @Test
    void doublesFromOneSecondToNinety() {
        assertThat(Stream.iterate(RetryDelay.first(), RetryDelay::doubled).limit(9))
                .extracting(delay -> delay.next().toSeconds())
                .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 90L, 90L);
    }

    @Test
    void isLongerWhenTheWebhookAsksForIt() {
        assertThat(RetryDelay.first().atLeast(Duration.ofSeconds(7))).isEqualTo(Duration.ofSeconds(7));
        assertThat(RetryDelay.first().atLeast(Duration.ZERO)).isEqualTo(Duration.ofSeconds(1));
        assertThat(RetryDelay.first().atLeast(Duration.ofDays(9))).isEqualTo(Duration.ofHours(1));
    }
}
