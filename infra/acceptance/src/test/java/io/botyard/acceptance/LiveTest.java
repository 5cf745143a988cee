package io.botyard.acceptance;

import static io.botyard.acceptance.Person.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.botyard.standalone.Standalone;
import io.botyard.standalone.StandaloneSettings;
import io.botyard.standalone.WhichTelegram;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bot's whole life against the real Telegram: {@code mvn verify -Plive}, with a bot and a chat of your own. */
@Tag("live")
class LiveTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void aBotLivesItsLifeOnTheRealTelegram(@TempDir Path directory) {
        var token = System.getenv("BOTYARD_LIVE_BOT_TOKEN");
        var chat = System.getenv("BOTYARD_LIVE_CHAT_ID");
        assumeThat(token).as("BOTYARD_LIVE_BOT_TOKEN is not set: not run").isNotNull();
        assumeThat(chat).as("BOTYARD_LIVE_CHAT_ID is not set: not run").isNotNull();
        var telegram = new WhichTelegram.Server(URI.create("https://api.telegram.org"));
        try (var botyard = Standalone.start(
                StandaloneSettings.in(directory.resolve("botyard")).telegram(telegram))) {
            var anna = Person.registeredAt(botyard.gateway(), "anna");
            assertThat(anna.post("/api/user-bot/create", Map.of("bot_token", token))
                            .statusCode())
                    .isEqualTo(201);
            var verified = json(anna.post(
                    "/api/user-bot/verify",
                    Map.of(
                            "send_test_message",
                            true,
                            "test_chat_id",
                            chat,
                            "test_message",
                            "Botyard verified this bot.")));
            assertThat(verified.path("success").asBoolean()).isTrue();
            assertThat(verified.path("test_message").path("sent").asBoolean()).isTrue();
            var operation = anna.send(chat, "Botyard sent this.");
            await().atMost(PATIENCE).until(() -> anna.statusOf(operation).equals("succeeded"));
            assertThat(anna.delete("/api/user-bot/remove").statusCode()).isEqualTo(200);
        }
    }
}
