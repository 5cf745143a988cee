package io.botyard.sandbox.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.sandbox.exchange.Json;
import io.botyard.sandbox.exchange.Token;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BotsTest {

    private static final Webhook HOOK = new Webhook(URI.create("https://bots.example.org/hook"), "s3cret", 7, true);

    @TempDir
    Path directory;

    private Bots bots;

    @BeforeEach
    void open() throws IOException {
        bots = Bots.open(directory.resolve("bots.jsonl"), Clock.systemUTC());
    }

    @AfterEach
    void close() throws IOException {
        bots.close();
    }

    @Test
    void keepsAWebhookOverARestart() throws IOException {
        bots.of(1).setWebhook(HOOK, new UpdateKinds(Set.of("poll")));
        bots.of(2).setWebhook(HOOK, UpdateKinds.usual());
        bots.of(2).deleteWebhook();
        reopen();

        assertThat(bots.of(1).webhook()).contains(HOOK);
        assertThat(bots.of(1).kinds().named()).containsExactly("poll");
        assertThat(bots.of(2).webhook()).isEmpty();
    }

    @Test
    void keepsARevocationOverARestart() throws IOException {
        assertThat(bots.accepts(token("1:old"))).isTrue();
        bots.revoke(1);
        bots.revoke(2);
        reopen();

        assertThat(bots.accepts(token("1:old"))).isFalse();
        assertThat(bots.accepts(token("1:new"))).isTrue();
        assertThat(bots.accepts(token("2:first"))).isFalse();
        assertThat(bots.accepts(token("2:second"))).isTrue();
        reopen();
        assertThat(bots.accepts(token("2:first"))).isFalse();
    }

    @Test
    void revokesEveryTokenItHasSeen() {
        assertThat(bots.accepts(token("1:a"))).isTrue();
        assertThat(bots.accepts(token("1:b"))).isTrue();
        bots.revoke(1);

        assertThat(bots.accepts(token("1:a"))).isFalse();
        assertThat(bots.accepts(token("1:b"))).isFalse();
    }

    @Test
    void numbersUpdatesUpwards() throws IOException {
        long first = bots.offer(1, Json.object().put("message", "a")).orElseThrow();
        reopen();

        assertThat(bots.offer(1, Json.object().put("message", "a")).orElseThrow())
                .isGreaterThanOrEqualTo(first);
        assertThat(bots.offer(1, Json.object().put("message", "a")).orElseThrow())
                .isGreaterThan(first);
    }

    @Test
    void dropsTheOldestOfTooManyUpdates() throws InterruptedException {
        long first = bots.offer(1, Json.object().put("message", "a")).orElseThrow();
        for (int i = 0; i < 10_000; i++) {
            bots.offer(1, Json.object().put("message", "a"));
        }

        assertThat(bots.of(1).pendingUpdates()).isEqualTo(10_000);
        assertThat(bots.of(1).poll(0, 1, Duration.ZERO))
                .isInstanceOfSatisfying(
                        Poll.Updates.class,
                        poll -> assertThat(poll.updates()
                                        .getFirst()
                                        .path("update_id")
                                        .asLong())
                                .isEqualTo(first + 1));
    }

    @Test
    void forgetsAllWhenCleared() throws IOException {
        bots.of(1).setWebhook(HOOK, UpdateKinds.usual());
        bots.revoke(1);
        bots.clear();
        reopen();

        assertThat(bots.of(1).webhook()).isEmpty();
        assertThat(bots.accepts(token("1:a"))).isTrue();
    }

    @Test
    void doesNotShowAWebhooksSecret() {
        assertThat(HOOK.toString()).doesNotContain("s3cret").doesNotContain("/hook");
    }

    private void reopen() throws IOException {
        bots.close();
        open();
    }

    private static Token token(String text) {
        return Token.of(text).orElseThrow();
    }
}
