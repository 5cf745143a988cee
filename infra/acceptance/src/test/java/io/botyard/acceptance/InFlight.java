package io.botyard.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Messages that were accepted and are still on their way, to a Telegram that takes its time. */
final class InFlight {

    /** So many chats, each one call at a time: at most this many calls are being made at once. */
    static final int CHATS = 7;

    private static final int MESSAGES = 50;
    private static final Duration SETTLE = Duration.ofSeconds(90);
    private static final Set<String> ENDED = Set.of("succeeded", "failed", "refused", "expired", "unknown");

    private final List<String> operations = new ArrayList<>();

    /** Returns as soon as all are accepted. */
    static InFlight of(Person sender, URI sandbox) throws IOException, InterruptedException {
        slowDown(sandbox);
        var messages = new InFlight();
        for (var i = 0; i < MESSAGES; i++) {
            messages.operations.add(sender.send(Integer.toString(100 + i % CHATS), "m" + i));
        }
        return messages;
    }

    /** How each ended, once all have. */
    List<String> endings(Person sender) {
        await().atMost(SETTLE)
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions()
                .until(() -> operations.stream().map(sender::statusOf).allMatch(ENDED::contains));
        return operations.stream().map(sender::statusOf).toList();
    }

    /** What Telegram was asked to send for this bot, in order. */
    static List<String> textsSent(URI sandbox, long bot) {
        return new Ledger(sandbox)
                .messagesOf(bot).stream()
                        .map(call -> call.path("parameters").path("text").asString())
                        .toList();
    }

    private static void slowDown(URI sandbox) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var fault = HttpRequest.newBuilder(sandbox.resolve("/sandbox/faults"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"method\":\"sendMessage\",\"delay_ms\":200,\"times\":50}"))
                    .build();
            assertThat(http.send(fault, BodyHandlers.ofString()).statusCode()).isLessThan(300);
        }
    }
}
