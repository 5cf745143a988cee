package io.botyard.worker.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.Json;
import io.botyard.contract.OnUnknown;
import io.botyard.contract.Priority;
import io.botyard.contract.command.CallMethod;
import io.botyard.contract.command.CallOptions;
import io.botyard.contract.event.CallError.TelegramError;
import io.botyard.testkit.Commands;
import io.botyard.worker.telegram.Answer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rule 8: a call is made again only when Telegram cannot have acted, when it does no harm, or when it was asked for. */
class JudgementTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final CallSettings SETTINGS =
            new CallSettings(Duration.ofSeconds(20), 3, Duration.ofMillis(500), Duration.ofSeconds(5));

    private final Judgement judgement = new Judgement(SETTINGS);
    private final Commands commands = Commands.by(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void aCallThatNeverReachedTelegramIsMadeAgainLaterEachTime() {
        var answer = new Answer.NotReached("ConnectException");
        assertThat(judgement.of(answer, send(), 1, false)).isEqualTo(new Next.Retry(Duration.ofMillis(500)));
        assertThat(judgement.of(answer, send(), 2, false)).isEqualTo(new Next.Retry(Duration.ofSeconds(1)));
        assertThat(judgement.of(answer, send(), 3, false)).isInstanceOf(Next.Fail.class);
    }

    @Test
    void aSilentTelegramMayHaveActed() {
        assertThat(judgement.of(new Answer.Unclear("reset"), send(), 1, false)).isInstanceOf(Next.Unknown.class);
    }

    @Test
    void aRepeatableMethodIsCalledAgainAfterSilence() {
        var edit = call("editMessageText", OnUnknown.REPORT);
        assertThat(judgement.of(new Answer.Unclear("reset"), edit, 1, false)).isInstanceOf(Next.Retry.class);
        assertThat(judgement.of(new Answer.Unclear("reset"), edit, 3, false)).isInstanceOf(Next.Unknown.class);
    }

    @Test
    void aCallerMayChooseTwiceRatherThanNever() {
        var chosen = call("sendMessage", OnUnknown.RETRY);
        assertThat(judgement.of(new Answer.Unclear("reset"), chosen, 1, false)).isInstanceOf(Next.Retry.class);
    }

    @Test
    void badRequestsAreNotRetried() {
        for (var code : new int[] {400, 403, 404}) {
            assertThat(judgement.of(denied(code, "no", null), send(), 1, false)).isInstanceOf(Next.Fail.class);
        }
    }

    @Test
    void retryAfterIsHonoured() {
        assertThat(judgement.of(denied(429, "Too Many Requests", 7), send(), 1, false))
                .isEqualTo(new Next.Gate(Duration.ofSeconds(7)));
        assertThat(judgement.of(denied(429, "Too Many Requests", null), send(), 1, false))
                .isEqualTo(new Next.Gate(Duration.ofSeconds(1)));
    }

    @Test
    void telegramsOwn500IsRetriedSinceItDidNotAct() {
        assertThat(judgement.of(denied(500, "Internal Server Error: restart", null), send(), 1, false))
                .isInstanceOf(Next.Retry.class);
    }

    @Test
    void anUnauthorizedTokenIsRejected() {
        assertThat(judgement.of(denied(401, "Unauthorized", null), send(), 1, false))
                .isInstanceOf(Next.RejectToken.class);
    }

    @Test
    void aRepeatThatFindsItDoneSucceeds() {
        var edit = call("editMessageText", OnUnknown.REPORT);
        assertThat(judgement.of(denied(400, "Bad Request: message is not modified", null), edit, 2, true))
                .isEqualTo(new Next.Succeed(new Json("true"), true));
    }

    @Test
    void aRepeatThatIsRefusedOtherwiseIsUnknown() {
        var edit = call("editMessageText", OnUnknown.REPORT);
        assertThat(judgement.of(denied(400, "Bad Request: chat not found", null), edit, 2, true))
                .isInstanceOf(Next.Unknown.class);
    }

    private static Answer denied(int code, String words, @Nullable Integer retryAfter) {
        return new Answer.Denied(new TelegramError(code, words, retryAfter), null);
    }

    private CallMethod send() {
        return call("sendMessage", OnUnknown.REPORT);
    }

    private CallMethod call(String method, OnUnknown onUnknown) {
        var options = new CallOptions(Priority.INTERACTIVE, NOW.plusSeconds(60), onUnknown);
        return commands.callMethod(1, 1, method, "42", "{}", options);
    }
}
