package io.botyard.sandbox.webhook;

import io.botyard.sandbox.bot.Webhook;
import io.botyard.sandbox.exchange.Json;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Posts one update to a webhook, with its secret in Telegram's header. */
final class Postman implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    Delivery post(Webhook webhook, JsonNode update) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(webhook.url())
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.bytes(update)));
        if (!webhook.secret().isEmpty()) {
            request.header("X-Telegram-Bot-Api-Secret-Token", webhook.secret());
        }
        try {
            return judge(client.send(request.build(), BodyHandlers.discarding()));
        } catch (IOException e) {
            return new Delivery.Failed("Connection failed: " + e.getClass().getSimpleName(), Duration.ZERO);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private static Delivery judge(HttpResponse<?> response) {
        int status = response.statusCode();
        if (status >= 200 && status < 300) {
            return new Delivery.Taken();
        }
        if (status == 410) {
            return new Delivery.Gone();
        }
        return new Delivery.Failed("Wrong response from the webhook: " + status, retryAfter(response));
    }

    private static Duration retryAfter(HttpResponse<?> response) {
        Optional<String> header = response.headers().firstValue("Retry-After");
        try {
            return Duration.ofSeconds(
                    Math.max(0, Long.parseLong(header.orElse("0").strip())));
        } catch (NumberFormatException e) {
            return Duration.ZERO;
        }
    }
}
