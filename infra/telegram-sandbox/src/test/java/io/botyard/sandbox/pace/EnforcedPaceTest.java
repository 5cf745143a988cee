package io.botyard.sandbox.pace;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.sandbox.Answered;
import io.botyard.sandbox.RunningSandbox;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EnforcedPaceTest {

    @RegisterExtension
    final RunningSandbox sandbox = new RunningSandbox(settings -> settings.pace(Pace.telegram()));

    @Test
    void refusesTheFourthMessageOfAMoment() {
        for (int i = 0; i < 3; i++) {
            assertThat(sandbox.bot().say(5, "quick")).isPositive();
        }

        Answered refused = sandbox.bot().form("sendMessage", Map.of("chat_id", "5", "text", "too quick"));

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(sandbox.it().ledger().calls().getLast().answeredOk()).isFalse();
    }

    @Test
    void countsOnlyWhatPutsSomethingIntoAChat() {
        for (int i = 0; i < 50; i++) {
            assertThat(sandbox.bot().get("getMe").ok()).isTrue();
            assertThat(sandbox.bot()
                            .get("sendChatAction?chat_id=5&action=typing")
                            .ok())
                    .isTrue();
        }
    }

    @Test
    void isAdjustedWhileItRuns() {
        sandbox.control().post("/sandbox/pace", "{\"chat\":{\"sends\":1,\"per_ms\":60000,\"burst\":1}}");

        assertThat(sandbox.bot().say(5, "first")).isPositive();
        assertThat(sandbox.bot()
                        .form("sendMessage", Map.of("chat_id", "5", "text", "b"))
                        .header("Retry-After"))
                .isEqualTo("60");
        sandbox.control().post("/sandbox/pace", "{\"enforced\":false}");
        assertThat(sandbox.bot().say(5, "free")).isPositive();
    }
}
