package io.botyard.sandbox.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.sandbox.Answered;
import io.botyard.sandbox.RunningSandbox;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LongPollingTest {

    private static final String HELLO = "{\"message\":{\"message_id\":1,\"date\":1,\"text\":\"hello\"}}";

    @RegisterExtension
    final RunningSandbox sandbox = new RunningSandbox();

    @Test
    void givesAnUpdateUntilItIsConfirmed() {
        long first = offer(HELLO);
        long second = offer(HELLO);

        assertThat(updates(Map.of()).result().size()).isEqualTo(2);
        assertThat(updates(Map.of("limit", "1"))
                        .result()
                        .get(0)
                        .path("update_id")
                        .asLong())
                .isEqualTo(first);
        assertThat(updates(Map.of("offset", "" + second)).result().size()).isEqualTo(1);
        assertThat(updates(Map.of("offset", "" + (second + 1))).result().size()).isZero();
    }

    @Test
    void keepsTheLastOnesOfANegativeOffset() {
        offer(HELLO);
        long last = offer(HELLO);

        assertThat(updates(Map.of("offset", "-1"))
                        .result()
                        .get(0)
                        .path("update_id")
                        .asLong())
                .isEqualTo(last);
        assertThat(updates(Map.of()).result().size()).isEqualTo(1);
    }

    @Test
    void waitsForAnUpdate() {
        CompletableFuture<Answered> poll = poll();

        offer(HELLO);

        assertThat(poll.join().result().get(0).path("message").path("text").asString())
                .isEqualTo("hello");
    }

    @Test
    void answersWithNothingWhenTheTimeIsOver() {
        assertThat(updates(Map.of("timeout", "1")).text()).isEqualTo("{\"ok\":true,\"result\":[]}");
    }

    @Test
    void keepsOnlyTheKindsTheBotAskedFor() {
        updates(Map.of("allowed_updates", "[\"callback_query\"]"));

        assertThat(sandbox.it().offer(RunningSandbox.BOT, HELLO)).isEmpty();
        assertThat(sandbox.it().offer(RunningSandbox.BOT, "{\"callback_query\":{\"id\":\"1\"}}"))
                .isPresent();
    }

    @Test
    void sendsSomeKindsOnRequestOnly() {
        assertThat(sandbox.it().offer(RunningSandbox.BOT, "{\"chat_member\":{}}"))
                .isEmpty();
    }

    @Test
    void endsAPollWhenAnotherOneComes() {
        CompletableFuture<Answered> first = poll();

        updates(Map.of());

        assertThat(first.join().status()).isEqualTo(409);
        assertThat(first.join().description())
                .isEqualTo("Conflict: terminated by other getUpdates request; make sure that only one bot instance is"
                        + " running");
    }

    @Test
    void endsAPollWhenAWebhookIsSet() {
        CompletableFuture<Answered> poll = poll();

        setWebhook();

        assertThat(poll.join().status()).isEqualTo(409);
        assertThat(poll.join().description()).isEqualTo("Conflict: terminated by setWebhook request");
    }

    @Test
    void doesNotPollBesideAWebhook() {
        setWebhook();

        assertThat(updates(Map.of()).status()).isEqualTo(409);
        assertThat(updates(Map.of()).description())
                .isEqualTo("Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete"
                        + " the webhook first");
        sandbox.bot().get("deleteWebhook");
        assertThat(updates(Map.of()).ok()).isTrue();
    }

    @Test
    void letsGoOfAPollWhenItIsReset() {
        CompletableFuture<Answered> poll = poll();

        sandbox.it().reset();

        assertThat(poll.join().result().size()).isZero();
    }

    private Answered updates(Map<String, String> parameters) {
        return sandbox.bot().get("getUpdates", parameters);
    }

    private long offer(String update) {
        return sandbox.it().offer(RunningSandbox.BOT, update).orElseThrow();
    }

    private void setWebhook() {
        sandbox.bot().form("setWebhook", Map.of("url", "https://bots.example.org/hook"));
    }

    /** A poll that has arrived and had a moment to begin its waiting. */
    private CompletableFuture<Answered> poll() {
        CompletableFuture<Answered> poll = sandbox.bot().later("getUpdates", Map.of("timeout", "20"));
        await().pollDelay(Duration.ofMillis(100))
                .until(() -> sandbox.it().ledger().calls().stream()
                        .anyMatch(call -> call.method().equals("getUpdates") && call.answer() == null));
        return poll;
    }
}
