package io.botyard.sandbox.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botyard.sandbox.AdjustableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PacerTest {

    private final AdjustableClock clock = new AdjustableClock();
    private final Pacer pacer = new Pacer(clock, Pace.telegram());

    @Test
    void letsThirtyAtOnceAndThenThirtyASecond() {
        assertThat(sendToFreshChats(30)).isEqualTo(30);
        clock.passSeconds(1);
        assertThat(sendToFreshChats(30)).isEqualTo(30);
        assertThat(pacer.send(1, "late")).isEqualTo(1);
    }

    @Test
    void neverRefusesWhoKeepsTheRate() {
        for (int i = 0; i < 300; i++) {
            assertThat(pacer.send(1, "chat " + i)).isZero();
            clock.pass(Duration.ofMillis(34));
        }
    }

    @Test
    void countsEveryBotForItself() {
        assertThat(sendToFreshChats(30)).isEqualTo(30);

        assertThat(pacer.send(2, "5")).isZero();
    }

    @Test
    void letsAShortBurstIntoAChatAndThenOneASecond() {
        assertThat(sendTo("5", 3)).isEqualTo(3);
        clock.passSeconds(1);
        assertThat(pacer.send(1, "5")).isZero();
        assertThat(pacer.send(1, "5")).isEqualTo(1);
        assertThat(pacer.send(1, "6")).isZero();
    }

    @Test
    void letsTwentyIntoAGroupInAnyMinute() {
        for (int i = 0; i < 20; i++) {
            assertThat(pacer.send(1, "-5")).isZero();
            clock.passSeconds(1);
        }

        assertThat(pacer.send(1, "-5")).isEqualTo(40);
        clock.passSeconds(40);
        assertThat(pacer.send(1, "-5")).isZero();
    }

    @Test
    void punishesEveryFurtherOffenceTwiceAsHard() {
        assertThat(sendTo("5", 3)).isEqualTo(3);
        assertThat(pacer.send(1, "5")).isEqualTo(1);
        clock.passSeconds(1);
        assertThat(sendTo("5", 1)).isEqualTo(1);
        assertThat(pacer.send(1, "5")).isEqualTo(2);
        clock.passSeconds(2);
        assertThat(sendTo("5", 2)).isEqualTo(2);
        assertThat(pacer.send(1, "5")).isEqualTo(4);
    }

    @Test
    void punishesWhoDoesNotWait() {
        exhaust("-5");
        int first = pacer.send(1, "-5");
        clock.passSeconds(2);
        int second = pacer.send(1, "-5");

        assertThat(first).isBetween(1, 60);
        assertThat(second).isGreaterThan(first);
    }

    @Test
    void doesNotPunishCallsThatWereOnTheirWay() {
        assertThat(sendTo("5", 3)).isEqualTo(3);
        assertThat(pacer.send(1, "5")).isEqualTo(1);
        clock.pass(Duration.ofMillis(500));
        for (int i = 0; i < 10; i++) {
            assertThat(pacer.send(1, "5")).isEqualTo(1);
        }
        clock.pass(Duration.ofMillis(500));
        assertThat(pacer.send(1, "5")).isZero();
    }

    @Test
    void stopsGrowingAtTheLongestPenalty() {
        exhaust("-5");
        int penalty = 0;
        for (int i = 0; i < 20; i++) {
            penalty = pacer.send(1, "-5");
            clock.passSeconds(2);
        }

        assertThat(penalty).isBetween(250, 300);
    }

    @Test
    void forgivesAfterAQuietMinute() {
        assertThat(sendTo("5", 3)).isEqualTo(3);
        assertThat(pacer.send(1, "5")).isEqualTo(1);
        clock.passSeconds(62);

        assertThat(sendTo("5", 3)).isEqualTo(3);
        assertThat(pacer.send(1, "5")).isEqualTo(1);
    }

    @Test
    void limitsNothingWhenItIsOff() {
        pacer.adjust(Pace.off());

        assertThat(sendTo("5", 1000)).isEqualTo(1000);
    }

    @Test
    void forgetsChatsThatRest() {
        for (int i = 0; i < 25_000; i++) {
            assertThat(pacer.send(1, "chat " + i)).isZero();
            clock.pass(Duration.ofMillis(34));
        }
    }

    @Test
    void refusesAPaceThatIsNone() {
        assertThatThrownBy(() -> new Rate(0, Duration.ofSeconds(1), 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Quota(1, Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }

    private int sendToFreshChats(int count) {
        int sent = 0;
        for (int i = 0; i < count; i++) {
            sent += pacer.send(1, clock.millis() + " " + i) == 0 ? 1 : 0;
        }
        return sent;
    }

    private int sendTo(String chat, int count) {
        int sent = 0;
        for (int i = 0; i < count; i++) {
            sent += pacer.send(1, chat) == 0 ? 1 : 0;
        }
        return sent;
    }

    private void exhaust(String group) {
        for (int i = 0; i < 20; i++) {
            assertThat(pacer.send(1, group)).isZero();
            clock.passSeconds(1);
        }
    }
}
