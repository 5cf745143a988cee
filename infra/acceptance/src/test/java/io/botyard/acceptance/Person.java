package io.botyard.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.wire.WireJson;
import io.botyard.testkit.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Somebody at the gateway's door, with nothing but HTTP. */
final class Person {

    static final String PASSWORD = "correct horse battery";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI gateway;
    private final String token;
    private final long id;

    private Person(URI gateway, String token, long id) {
        this.gateway = gateway;
        this.token = token;
        this.id = id;
    }

    /** Somebody who has not logged in. */
    static Person nobodyAt(URI service) {
        return new Person(service, "", 0);
    }

    /** A new account, logged in. */
    static Person registeredAt(URI gateway, String name) {
        var made = nobodyAt(gateway)
                .post(
                        "/api/auth/register",
                        Map.of("email", name + "@example.org", "username", name, "password", PASSWORD));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return loggedInAt(gateway, name + "@example.org", PASSWORD);
    }

    static Person loggedInAt(URI gateway, String email, String password) {
        var answer = nobodyAt(gateway).post("/api/auth/login", Map.of("email", email, "password", password));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var session = json(answer);
        return new Person(
                gateway,
                session.path("access_token").asString(),
                session.path("user").path("id").asLong());
    }

    /** What they show at the door. */
    String bearer() {
        return token;
    }

    long id() {
        return id;
    }

    /** Brings a bot and verifies it. */
    Person withBot(long botId) {
        var created = post(
                "/api/user-bot/create", Map.of("bot_token", Tokens.of(botId).value()));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        var verified = post("/api/user-bot/verify", Map.of());
        assertThat(verified.statusCode()).as(verified.body()).isEqualTo(200);
        assertThat(json(verified).path("success").asBoolean())
                .as(verified.body())
                .isTrue();
        return this;
    }

    /** The operation of an accepted message. */
    String send(String chat, String text) {
        var answer = post("/api/user-bot/messages", Map.of("chat_id", chat, "text", text));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return json(answer).path("operation_id").asString();
    }

    String statusOf(String operation) {
        var answer = get("/api/operations/" + operation);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).path("status").asString();
    }

    HttpResponse<String> get(String path) {
        return ask(request(path).GET());
    }

    HttpResponse<String> delete(String path) {
        return ask(request(path).DELETE());
    }

    HttpResponse<String> post(String path, Map<String, ?> body) {
        return ask(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(WireJson.mapper().writeValueAsString(body))));
    }

    /** With further headers, a name and a value each; an empty body is none. */
    HttpResponse<String> call(String method, String path, String body, String... headers) {
        var request =
                request(path).method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return ask(headers.length == 0 ? request : request.headers(headers));
    }

    /** The same, by one of their keys. */
    Person bearing(String key) {
        return new Person(gateway, key, id);
    }

    static JsonNode json(HttpResponse<String> answer) {
        return WireJson.mapper().readTree(answer.body());
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(gateway.resolve(path)).timeout(Duration.ofSeconds(30));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> ask(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
