package io.botyard.worker.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How long a worker believes that it owns a partition, by a clock that is given. */
class LeaseTest {

    private final AtomicLong now = new AtomicLong();
    private final Lease lease = new Lease(3, 1, now::get, 0);

    @Test
    void isTrustedForFourSecondsAfterItsRenewalWasSent() {
        passes(Duration.ofMillis(3_999));
        assertThat(lease.trusted()).isTrue();
        passes(Duration.ofMillis(1));
        assertThat(lease.trusted()).isFalse();
    }

    @Test
    void aRenewalCountsFromWhenItWasSentAndNotFromWhenItWasAnswered() {
        var sentAt = Duration.ofSeconds(2);
        passes(sentAt);
        passes(Duration.ofMillis(1_500));
        lease.renewed(sentAt.toNanos());
        passes(Duration.ofMillis(2_499));
        assertThat(lease.trusted()).isTrue();
        passes(Duration.ofMillis(1));
        assertThat(lease.trusted()).isFalse();
    }

    @Test
    void isNotTrustedOnceItEndsHoweverFreshlyRenewed() {
        lease.renewed(now.get());
        lease.end();
        assertThat(lease.trusted()).isFalse();
        assertThat(lease.endsWithin(Duration.ZERO)).isTrue();
    }

    @Test
    void isRespectedByOthersForLongerThanItIsTrusted() {
        passes(Lease.LENGTH.minusSeconds(1));
        assertThat(lease.trusted()).isFalse();
    }

    private void passes(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
