package io.botyard.worker.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.OnUnknown;
import io.botyard.contract.Priority;
import io.botyard.contract.UserId;
import io.botyard.contract.command.CallMethod;
import io.botyard.contract.command.CallOptions;
import io.botyard.testkit.Commands;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Telegram's pace is kept before Telegram has to ask for it. */
class PaceTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Commands commands = Commands.by(Clock.fixed(NOW, ZoneOffset.UTC));
    private final AtomicLong nanos = new AtomicLong();
    private final Pace pace = new Pace(
            new PaceSettings(true, Duration.ofSeconds(1), 3, Duration.ofSeconds(4), 5, 30, Duration.ofSeconds(30)),
            nanos::get);

    @Test
    void aChatTakesThreeAtOnceAndThenOneASecond() {
        assertThat(waits(call("sendMessage", "42", Priority.INTERACTIVE), 5))
                .containsExactly(
                        Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(pace.reserve(call("sendMessage", "43", Priority.INTERACTIVE)))
                .isZero();
    }

    @Test
    void noMinuteBringsMoreThanTwentyIntoAGroup() {
        var sent = new ArrayList<Long>();
        for (var number = 0; number < 100; number++) {
            nanos.addAndGet(pace.reserve(call("sendPhoto", "-100", Priority.INTERACTIVE))
                    .toNanos());
            sent.add(nanos.get());
        }
        for (var from : sent) {
            assertThat(sent.stream().filter(at -> at >= from && at < from + MINUTE.toNanos()))
                    .hasSizeLessThanOrEqualTo(20);
        }
    }

    @Test
    void aBulkGoesAtThirtyASecondWhateverTheBotMay() {
        for (var chat = 0; chat < 30; chat++) {
            assertThat(pace.reserve(call("sendMessage", "7" + chat, Priority.BULK)))
                    .isZero();
        }
        assertThat(pace.reserve(call("sendMessage", "79", Priority.BULK))).isPositive();
        assertThat(pace.reserve(call("sendMessage", "80", Priority.INTERACTIVE)))
                .isZero();
    }

    @Test
    void whatPutsNothingIntoAChatIsNotPaced() {
        assertThat(waits(call("getChat", "42", Priority.INTERACTIVE), 50)).containsOnly(Duration.ZERO);
        assertThat(waits(call("sendChatAction", "42", Priority.INTERACTIVE), 50))
                .containsOnly(Duration.ZERO);
    }

    @Test
    void whoWasToldToWaitGoesHalfAsFastUntilItHasBeenCalm() {
        var user = new UserId(1);
        pace.tooFast(user);
        assertThat(waits(call("sendMessage", "42", Priority.INTERACTIVE), 3))
                .containsExactly(Duration.ZERO, Duration.ofSeconds(2), Duration.ofSeconds(4));
        for (var time = 0; time < 9; time++) {
            pace.tooFast(user);
        }
        assertThat(waits(call("sendMessage", "43", Priority.INTERACTIVE), 2))
                .containsExactly(Duration.ZERO, Duration.ofSeconds(8));
        nanos.addAndGet(Duration.ofSeconds(31).toNanos());
        assertThat(waits(call("sendMessage", "44", Priority.INTERACTIVE), 2))
                .containsExactly(Duration.ZERO, Duration.ofSeconds(4));
        nanos.addAndGet(Duration.ofSeconds(60).toNanos());
        assertThat(waits(call("sendMessage", "45", Priority.INTERACTIVE), 3)).containsOnly(Duration.ZERO);
    }

    @Test
    void aTurnThatIsGivenBackIsThereForAnother() {
        var call = call("sendMessage", "42", Priority.INTERACTIVE);
        waits(call, 3);
        assertThat(pace.reserve(call)).isEqualTo(Duration.ofSeconds(1));
        pace.giveBack(call);
        assertThat(pace.reserve(call)).isEqualTo(Duration.ofSeconds(1));
    }

    private List<Duration> waits(CallMethod call, int times) {
        var waits = new ArrayList<Duration>();
        for (var time = 0; time < times; time++) {
            waits.add(pace.reserve(call));
        }
        return waits;
    }

    private CallMethod call(String method, String chat, Priority priority) {
        return commands.callMethod(
                1, 7, method, chat, "{}", new CallOptions(priority, NOW.plusSeconds(60), OnUnknown.REPORT));
    }
}
