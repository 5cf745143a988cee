package io.botyard.worker.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.UserId;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Rule 4: a 429 pauses that chat, or that bot, and nobody else. */
class GatesTest {

    private static final UserId ANNA = new UserId(1);
    private static final UserId BEN = new UserId(2);

    private final AtomicLong now = new AtomicLong();
    private final Gates gates = new Gates(now::get);

    @Test
    void a429OnACallWithAChatGatesTheChatAlone() {
        gates.shut(ANNA, "1", Duration.ofSeconds(3));
        assertThat(gates.untilOpen(ANNA, "1")).isEqualTo(Duration.ofSeconds(3));
        assertThat(gates.untilOpen(ANNA, "2")).isZero();
        assertThat(gates.untilOpen(BEN, "1")).isZero();
    }

    @Test
    void inASecondChatWithinFiveSecondsItGatesTheBot() {
        gates.shut(ANNA, "1", Duration.ofSeconds(30));
        pass(Duration.ofSeconds(4));
        gates.shut(ANNA, "2", Duration.ofSeconds(10));
        assertThat(gates.untilOpen(ANNA, "3")).isEqualTo(Duration.ofSeconds(10));
        assertThat(gates.untilOpen(BEN, "3")).isZero();
    }

    @Test
    void afterFiveSecondsASecondChatIsASecondChat() {
        gates.shut(ANNA, "1", Duration.ofSeconds(30));
        pass(Duration.ofSeconds(6));
        gates.shut(ANNA, "2", Duration.ofSeconds(10));
        assertThat(gates.untilOpen(ANNA, "3")).isZero();
    }

    @Test
    void onACallWithoutAChatItGatesTheBot() {
        gates.shut(ANNA, null, Duration.ofSeconds(2));
        assertThat(gates.untilOpen(ANNA, "1")).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void aGateOnlyMovesLater() {
        gates.shut(ANNA, "1", Duration.ofSeconds(10));
        gates.shut(ANNA, "1", Duration.ofSeconds(2));
        assertThat(gates.untilOpen(ANNA, "1")).isEqualTo(Duration.ofSeconds(10));
        gates.shut(ANNA, "1", Duration.ofSeconds(20));
        assertThat(gates.untilOpen(ANNA, "1")).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void itOpensByItself() {
        gates.shut(ANNA, "1", Duration.ofSeconds(10));
        pass(Duration.ofSeconds(10));
        assertThat(gates.untilOpen(ANNA, "1")).isZero();
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
