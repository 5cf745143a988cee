package io.botyard.worker.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.Json;
import io.botyard.contract.UserId;
import io.botyard.contract.event.CallError.TelegramError;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BreakersTest {

    private static final Duration OPEN = Duration.ofSeconds(5);
    private static final UserId ONE = new UserId(1);
    private static final UserId OTHER = new UserId(2);
    private static final Answer FINE = new Answer.Accepted(new Json("true"));
    private static final Answer TIMED_OUT = new Answer.Unclear("no answer in time");

    private Instant now = Instant.EPOCH;
    private final Breakers breakers =
            new Breakers(new BreakerSettings(4, 60, OPEN), ((InstantSource) () -> now).withZone(ZoneOffset.UTC));

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409, 429})
    void rule7A4xxNeverOpensABreaker(int code) {
        answers(ONE, denied(code), 1_000);
        assertThat(let(ONE)).isTrue();
        assertThat(let(OTHER)).isTrue();
    }

    @Test
    void rule7TimeOutsOpenTheBotsBreaker() {
        answers(ONE, TIMED_OUT, 4);
        assertThat(let(ONE)).isFalse();
    }

    @Test
    void rule7ServerErrorsOpenTheBotsBreaker() {
        answers(ONE, denied(500), 4);
        assertThat(let(ONE)).isFalse();
    }

    @Test
    void rule7ATelegramThatIsNotReachedOpensTheBotsBreaker() {
        answers(ONE, new Answer.NotReached("ConnectException"), 4);
        assertThat(let(ONE)).isFalse();
    }

    @Test
    void rule7HalfOpenAdmitsOneProbe() {
        answers(ONE, TIMED_OUT, 4);
        pass(OPEN.plusMillis(1));
        try (var probe = breakers.tryPass(ONE).orElseThrow()) {
            assertThat(let(ONE)).isFalse();
            probe.used(TIMED_OUT);
        }
        assertThat(let(ONE)).isFalse();
        pass(OPEN.plusMillis(1));
        answers(ONE, FINE, 1);
        answers(ONE, FINE, 1);
        assertThat(let(ONE)).isTrue();
    }

    @Test
    void aProbeThatWasNotUsedLeavesItsPlaceToAnother() {
        answers(ONE, TIMED_OUT, 4);
        pass(OPEN.plusMillis(1));
        breakers.tryPass(ONE).orElseThrow().close();
        assertThat(let(ONE)).isTrue();
    }

    @Test
    void rule5ABotThatFailsAlwaysLeavesTheOthersAlone() {
        for (var round = 0; round < 1_000; round++) {
            answers(ONE, TIMED_OUT, 1);
            answers(OTHER, FINE, 1);
            pass(Duration.ofSeconds(1));
        }
        answers(ONE, TIMED_OUT, 1_000);
        assertThat(let(OTHER)).isTrue();
    }

    @Test
    void aTelegramThatFailsEverybodyIsLeftAloneByEverybodyUntilAProbeIsAnswered() {
        for (var user = 10; user < 50; user++) {
            answers(new UserId(user), TIMED_OUT, 1);
        }
        assertThat(let(OTHER)).isFalse();
        pass(OPEN.plusMillis(1));
        answers(OTHER, FINE, 1);
        assertThat(let(OTHER)).isTrue();
    }

    private void answers(UserId user, Answer answer, int times) {
        for (var time = 0; time < times; time++) {
            breakers.tryPass(user).ifPresent(pass -> pass.used(answer));
        }
    }

    private boolean let(UserId user) {
        var pass = breakers.tryPass(user);
        pass.ifPresent(Pass::close);
        return pass.isPresent();
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private static Answer denied(int code) {
        return new Answer.Denied(new TelegramError(code, "no", null), null);
    }
}
