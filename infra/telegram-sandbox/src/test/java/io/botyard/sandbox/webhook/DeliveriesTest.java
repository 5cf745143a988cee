package io.botyard.sandbox.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.sandbox.AdjustableClock;
import io.botyard.sandbox.bot.Bot;
import io.botyard.sandbox.bot.Bots;
import io.botyard.sandbox.bot.UpdateKinds;
import io.botyard.sandbox.bot.Webhook;
import io.botyard.sandbox.exchange.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveriesTest {

    @TempDir
    Path directory;

    private final AdjustableClock clock = new AdjustableClock();
    private Receiver receiver;
    private Deliveries deliveries;
    private Bots bots;
    private Bot bot;

    @BeforeEach
    void open() throws IOException {
        receiver = new Receiver();
        deliveries = new Deliveries(clock);
        bots = Bots.open(directory.resolve("bots.jsonl"), clock);
        bot = bots.of(1);
        bot.setWebhook(new Webhook(URI.create(receiver.url()), "", 1, false), UpdateKinds.usual());
    }

    @AfterEach
    void close() throws IOException {
        deliveries.close();
        bots.close();
        receiver.close();
    }

    @Test
    void dropsAnUpdateWhoseWebhookWasGoneForTwentyThreeHours() {
        receiver.answer(410, "");
        receiver.answer(410, "");
        offer("first");
        await().until(() -> bot.lastError().isPresent());

        offer("second");
        clock.pass(Duration.ofHours(23));

        await().until(() -> bot.pendingUpdates() == 0);
        assertThat(receiver.received()).extracting(Receiver.Received::body).anyMatch(body -> body.contains("second"));
        assertThat(receiver.received()).hasSize(3);
    }

    @Test
    void keepsAnUpdateWhoseWebhookIsGoneForAMoment() {
        receiver.answer(410, "");
        offer("first");
        await().until(() -> bot.lastError().isPresent());

        clock.passSeconds(2);

        await().until(() -> bot.pendingUpdates() == 0);
        assertThat(receiver.received())
                .hasSize(2)
                .allMatch(received -> received.body().contains("first"));
    }

    @Test
    void goesToTheNewAddressAtOnceWhenTheWebhookChanges() throws IOException {
        receiver.answer(500, "3600");
        offer("moved");
        await().until(() -> bot.lastError().isPresent());

        try (Receiver other = new Receiver()) {
            bot.setWebhook(new Webhook(URI.create(other.url()), "", 1, false), UpdateKinds.usual());

            await().until(() -> other.received().size() == 1);
        }
    }

    @Test
    void saysThatNobodyListens() {
        receiver.close();
        offer("lost");

        await().until(() -> bot.lastError().isPresent());
        assertThat(bot.lastError().orElseThrow().message()).startsWith("Connection failed");
    }

    private void offer(String text) {
        bots.offer(1, Json.object().put("message", text));
        deliveries.wake(bot);
    }
}
