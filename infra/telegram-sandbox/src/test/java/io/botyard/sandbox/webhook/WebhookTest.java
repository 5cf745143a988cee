package io.botyard.sandbox.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.sandbox.Answered;
import io.botyard.sandbox.RunningSandbox;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class WebhookTest {

    private static final String HELLO = "{\"message\":{\"message_id\":1,\"date\":1,\"text\":\"hello\"}}";

    @RegisterExtension
    final RunningSandbox sandbox = new RunningSandbox();

    private Receiver receiver;

    @BeforeEach
    void listen() throws IOException {
        receiver = new Receiver();
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void deliversAnUpdateWithTheSecret() {
        set(Map.of("url", receiver.url(), "secret_token", "s3cret_-"));

        offer();

        await().until(() -> receiver.received().size() == 1);
        assertThat(receiver.received().getFirst().secret()).isEqualTo("s3cret_-");
        assertThat(receiver.received().getFirst().body()).contains("\"update_id\":", "\"text\":\"hello\"");
        await().until(() -> info().path("pending_update_count").asInt() == 0);
    }

    @Test
    void deliversWhatWaitedBeforeTheWebhookWasSet() {
        offer();
        set(Map.of("url", receiver.url()));

        await().until(() -> receiver.received().size() == 1);
    }

    @Test
    void triesAgainAndKeepsTheOrder() {
        receiver.answer(500, "");
        set(Map.of("url", receiver.url()));
        offer();
        offer();

        await().until(() -> receiver.received().size() == 1);
        await().until(() -> info().path("last_error_message").asString("").endsWith(": 500"));
        await().until(() -> receiver.received().size() == 3);
        List<Receiver.Received> received = receiver.received();
        assertThat(received.get(1).body()).isEqualTo(received.get(0).body());
        assertThat(received.get(2).body()).isNotEqualTo(received.get(0).body());
        assertThat(Duration.ofNanos(received.get(1).atNanos() - received.get(0).atNanos()))
                .isGreaterThanOrEqualTo(Duration.ofMillis(990));
    }

    @Test
    void waitsAsLongAsTheWebhookAsks() {
        receiver.answer(503, "2");
        set(Map.of("url", receiver.url()));
        offer();

        await().until(() -> receiver.received().size() == 2);
        assertThat(Duration.ofNanos(receiver.received().get(1).atNanos()
                        - receiver.received().get(0).atNanos()))
                .isGreaterThanOrEqualTo(Duration.ofMillis(1990));
    }

    @Test
    void givesUpWhenTheWebhookIsTakenAway() {
        receiver.answer(500, "60");
        set(Map.of("url", receiver.url()));
        offer();
        await().until(() -> receiver.received().size() == 1);

        sandbox.bot().get("deleteWebhook");

        assertThat(sandbox.bot().get("getUpdates").result().size()).isEqualTo(1);
    }

    @Test
    void dropsWhatWaitsWhenAsked() {
        offer();

        sandbox.bot().get("deleteWebhook?drop_pending_updates=true");

        assertThat(sandbox.bot().get("getUpdates").result().size()).isZero();
    }

    @Test
    void saysWhatBecameOfIt() {
        assertThat(set(Map.of("url", receiver.url())).description()).isEqualTo("Webhook was set");
        assertThat(set(Map.of("url", receiver.url())).description()).isEqualTo("Webhook is already set");
        assertThat(sandbox.bot().get("deleteWebhook").description()).isEqualTo("Webhook was deleted");
        assertThat(sandbox.bot().get("deleteWebhook").description()).isEqualTo("Webhook is already deleted");
    }

    @Test
    void describesTheWebhook() {
        set(Map.of(
                "url", "https://bots.example.org:8443/hook", "max_connections", "7", "allowed_updates", "[\"poll\"]"));

        assertThat(info().toString())
                .isEqualTo("{\"url\":\"https://bots.example.org:8443/hook\",\"has_custom_certificate\":false,"
                        + "\"pending_update_count\":0,\"max_connections\":7,\"allowed_updates\":[\"poll\"]}");
    }

    @ParameterizedTest
    @CsvSource({
        "http://bots.example.org/hook, a, bad webhook: An HTTPS URL must be provided for webhook",
        "https://bots.example.org:9000/, a, 'bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443'",
        "https://bots.example.org/, a b, secret token contains unallowed characters",
        "ht tp://bad, a, invalid webhook URL specified"
    })
    void refusesInTelegramsWords(String url, String secret, String why) {
        assertThat(set(Map.of("url", url, "secret_token", secret)).description())
                .isEqualTo("Bad Request: " + why);
    }

    @Test
    void refusesASecretThatIsTooLong() {
        assertThat(set(Map.of("url", receiver.url(), "secret_token", "a".repeat(257)))
                        .description())
                .isEqualTo("Bad Request: secret token is too long");
    }

    private Answered set(Map<String, String> fields) {
        return sandbox.bot().form("setWebhook", fields);
    }

    private JsonNode info() {
        return sandbox.bot().get("getWebhookInfo").result();
    }

    private void offer() {
        assertThat(sandbox.it().offer(RunningSandbox.BOT, HELLO)).isPresent();
    }
}
