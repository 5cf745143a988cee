package io.botyard.acceptance;

import static io.botyard.acceptance.Person.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.testkit.Tokens;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** A user with a bot, and one of everything else that a path can name. */
record Tenant(
        URI gateway,
        String name,
        Person person,
        long botId,
        String session,
        String key,
        String secret,
        String operation) {

    private static final String SCOPES = "[\"bot:read\",\"bot:send\",\"bot:manage\"]";

    /** Of somebody who has just registered; their bot is verified, and one message on its way. */
    static Tenant settled(URI gateway, String name, Person person, long botId, Tour tour) {
        person.withBot(botId);
        var made = json(person.call(
                "POST", "/api/auth/api-keys", "{\"name\":\"of-%s\",\"scopes\":%s}".formatted(name, SCOPES)));
        var session = json(person.get("/api/auth/sessions"))
                .path("items")
                .path(0)
                .path("id")
                .asString();
        var sent = tour.stop("POST /api/user-bot/messages").by(person, "/api/user-bot/messages", Map.of());
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(202);
        return new Tenant(
                gateway,
                name,
                person,
                botId,
                session,
                made.path("id").asString(),
                made.path("key").asString(),
                json(sent).path("operation_id").asString());
    }

    /** By their key. */
    Person byKey() {
        return person.bearing(secret);
    }

    /** In a session of its own, since a call may end the one it is made in. */
    Person byNewSession() {
        return Person.loggedInAt(gateway, email(), Person.PASSWORD);
    }

    /** What only they can say of themselves. */
    Map<String, String> words() {
        return Map.of(
                "email",
                email(),
                "username",
                name,
                "new_password",
                Person.PASSWORD,
                "bot_token",
                Tokens.of(botId).value());
    }

    /** The path with what is theirs in it. */
    String in(String path) {
        return path.replace("{user_id}", Long.toString(person.id()))
                .replace("{method}", "getMe")
                .replace("{code}", "no_bot")
                .replace("{id}", id(path));
    }

    /** What nobody else is to be told, unless they said it themselves. */
    List<String> marks() {
        return List.of(name, Long.toString(botId), session, key, operation);
    }

    private String id(String path) {
        return switch (path) {
            case "/api/auth/sessions/{id}" -> session;
            case "/api/auth/api-keys/{id}" -> key;
            case "/api/operations/{id}" -> operation;
            default -> Long.toString(person.id());
        };
    }

    private String email() {
        return name + "@example.org";
    }
}
