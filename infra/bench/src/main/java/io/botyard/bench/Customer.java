package io.botyard.bench;

import io.botyard.contract.wire.WireJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Somebody with a verified bot who sends one message at a time and waits for how it ended. */
final class Customer {

    private static final String EMAIL = "bench@example.org";
    private static final String PASSWORD = "a long enough password";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI gateway;
    private @Nullable String token;
    private int sent;

    Customer(URI gateway) {
        this.gateway = gateway;
    }

    Customer withBot() throws IOException, InterruptedException {
        post("/api/auth/register", Map.of("email", EMAIL, "username", "bench", "password", PASSWORD), 201);
        token = post("/api/auth/login", Map.of("email", EMAIL, "password", PASSWORD), 200)
                .path("access_token")
                .asString();
        var botToken = "900001:" + "a".repeat(35);
        post("/api/user-bot/create", Map.of("bot_token", botToken, "max_requests_per_second", 100), 201);
        post("/api/user-bot/verify", Map.of(), 200);
        return this;
    }

    /** Done when the answer says that Telegram has it. */
    JsonNode sendAndWait() throws IOException, InterruptedException {
        var chat = Integer.toString(1000 + sent++);
        return post("/api/user-bot/messages", Map.of("chat_id", chat, "text", "one message"), 200);
    }

    /** Done when whoever looks at the operation sees it, too. */
    JsonNode sendAndSee() throws IOException, InterruptedException {
        var id = sendAndWait().path("operation_id").asString();
        var operation = get("/api/operations/" + id);
        while (!operation.path("status").asString().equals("succeeded")) {
            operation = get("/api/operations/" + id);
        }
        return operation;
    }

    private JsonNode post(String path, Map<String, ?> body, int expected) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(gateway.resolve(path))
                .header("Content-Type", "application/json")
                .header("Prefer", "wait=10")
                .POST(BodyPublishers.ofString(WireJson.mapper().writeValueAsString(body)));
        return ask(request, expected);
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return ask(HttpRequest.newBuilder(gateway.resolve(path)), 200);
    }

    private JsonNode ask(HttpRequest.Builder request, int expected) throws IOException, InterruptedException {
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        var asked = request.build();
        var answer = http.send(asked, BodyHandlers.ofString());
        if (answer.statusCode() != expected) {
            throw new IllegalStateException(asked.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return WireJson.mapper().readTree(answer.body());
    }
}
