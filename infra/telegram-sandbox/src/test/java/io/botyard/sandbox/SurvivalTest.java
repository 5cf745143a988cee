package io.botyard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.sandbox.ledger.Call;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a sandbox promises to keep when its process is killed. */
class SurvivalTest {

    private static final String TOKEN = "4711:AAH-this_is_the_secret_of_a_test_bot";

    @TempDir
    Path directory;

    @Test
    void everyAnsweredCallIsInTheLedgerAfterAKill() throws IOException {
        List<Long> messageIds = new ArrayList<>();
        try (SandboxProcess process = SandboxProcess.start(directory)) {
            BotCaller bot = new BotCaller(process.uri(), TOKEN);
            for (int i = 0; i < 300; i++) {
                messageIds.add(bot.say(42, "message " + i));
            }
            process.kill();
        }

        try (SandboxProcess again = SandboxProcess.start(directory)) {
            JsonNode calls = new ControlCaller(again.uri())
                    .get("/sandbox/calls?method=sendMessage&limit=1000")
                    .json()
                    .path("calls");
            assertThat(calls.size()).isEqualTo(300);
            for (int i = 0; i < 300; i++) {
                assertThat(calls.get(i).path("seq").asLong()).isEqualTo(i + 1);
                assertThat(calls.get(i).path("parameters").path("text").asString())
                        .isEqualTo("message " + i);
            }
            assertThat(new BotCaller(again.uri(), TOKEN).say(42, "next")).isGreaterThan(messageIds.getLast());
        }
    }

    @Test
    void webhookAndRevocationOutliveTheProcess() throws IOException {
        try (SandboxProcess process = SandboxProcess.start(directory)) {
            new BotCaller(process.uri(), "5:revoked").get("getMe");
            new ControlCaller(process.uri()).post("/sandbox/bots/5/revoke", "");
            new BotCaller(process.uri(), TOKEN).form("setWebhook", Map.of("url", "https://bots.example.org/hook"));
            process.kill();
        }

        try (TelegramSandbox sandbox =
                TelegramSandbox.start(SandboxSettings.in(directory.resolve("telegram-sandbox")))) {
            assertThat(new BotCaller(sandbox.uri(), "5:revoked").get("getMe").status())
                    .isEqualTo(401);
            assertThat(new BotCaller(sandbox.uri(), "5:fresh").get("getMe").ok())
                    .isTrue();
            assertThat(new BotCaller(sandbox.uri(), TOKEN)
                            .get("getWebhookInfo")
                            .result()
                            .path("url")
                            .asString())
                    .isEqualTo("https://bots.example.org/hook");
        }
    }

    @Test
    void aCallThatWasNeverAnsweredIsThereWithoutAnAnswer() throws IOException {
        try (SandboxProcess process = SandboxProcess.start(directory)) {
            URI uri = process.uri();
            new ControlCaller(uri).post("/sandbox/faults", "{\"hang\":true}");
            var hanging = new BotCaller(uri, TOKEN).later("sendMessage", Map.of("chat_id", "1", "text", "a"));
            await().until(() -> new ControlCaller(uri)
                            .get("/sandbox/calls")
                            .json()
                            .path("calls")
                            .size()
                    == 1);
            process.kill();
            await().atMost(Duration.ofSeconds(5)).until(hanging::isCompletedExceptionally);
        }

        try (TelegramSandbox sandbox =
                TelegramSandbox.start(SandboxSettings.in(directory.resolve("telegram-sandbox")))) {
            Call call = sandbox.ledger().calls().getFirst();
            assertThat(call.method()).isEqualTo("sendMessage");
            assertThat(call.answer()).isNull();
        }
    }

    @Test
    void saysPlainlyWhatIsTakenAndWhichSettingHelps() throws IOException {
        try (SandboxProcess first = SandboxProcess.start(directory)) {
            String port = Integer.toString(first.uri().getPort());

            assertThat(SandboxProcess.failure(Map.of(
                            "BOTYARD_SANDBOX_PORT",
                            port,
                            "BOTYARD_DATA_DIR",
                            directory.resolve("other").toString())))
                    .contains("port " + port, "BOTYARD_SANDBOX_PORT")
                    .doesNotContain("\tat ");
            assertThat(SandboxProcess.failure(
                            Map.of("BOTYARD_SANDBOX_PORT", "0", "BOTYARD_DATA_DIR", directory.toString())))
                    .contains("another Telegram sandbox", "BOTYARD_DATA_DIR")
                    .doesNotContain("\tat ");
            assertThat(SandboxProcess.failure(Map.of("BOTYARD_SANDBOX_PORT", "ninety")))
                    .contains("BOTYARD_SANDBOX_PORT is not a number");
        }
    }
}
