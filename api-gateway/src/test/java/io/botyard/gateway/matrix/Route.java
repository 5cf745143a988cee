package io.botyard.gateway.matrix;

import io.botyard.gateway.testing.Client;
import io.botyard.gateway.testing.World;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A route, and a good request to it: the document's example, about the user of the scene. */
record Route(String method, String path) {

    /** What an example cannot know. */
    private static Map<String, Consumer<ObjectNode>> known(Scene scene) {
        var fresh = "u" + UUID.randomUUID().toString().substring(0, 8);
        return Map.of(
                "POST /api/auth/register",
                body -> body.put("email", fresh + "@example.org").put("username", fresh),
                "PATCH /api/auth/me",
                body -> body.put("email", fresh + "@example.org").put("username", fresh),
                "POST /api/auth/login",
                body -> body.put("email", scene.user().email()).put("password", World.PASSWORD),
                "POST /api/auth/refresh",
                body -> body.put("refresh_token", refreshToken(scene)),
                "POST /api/auth/logout",
                body -> body.put("refresh_token", refreshToken(scene)),
                "POST /api/auth/password/reset",
                body -> body.put("token", scene.resetToken()),
                "POST /api/auth/password",
                body -> body.put("current_password", World.PASSWORD));
    }

    /** What became of it. Whoever calls is made ready last: time may pass for them, or their account end. */
    int call(JsonNode document, Scene scene, Column column) {
        var target = target(scene);
        var operation = document.path("paths").path(path).path(method.toLowerCase(Locale.ROOT));
        var example = operation
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("example");
        if (example instanceof ObjectNode body) {
            var sent = body.deepCopy();
            known(scene).getOrDefault(this.toString(), same -> {}).accept(sent);
            return send(scene.caller(column), target, sent.toString());
        }
        return scene.caller(column)
                .send(method, target, BodyPublishers.noBody(), List.of())
                .status();
    }

    private int send(Client caller, String target, String body) {
        return caller.send(method, target, BodyPublishers.ofString(body), List.of("Content-Type", "application/json"))
                .status();
    }

    private String target(Scene scene) {
        return path.contains("{id}")
                ? path.replace("{id}", id(scene))
                : path.replace("{user_id}", Long.toString(scene.user().id()))
                        .replace("{code}", "no_bot")
                        .replace("{method}", "getMe");
    }

    private String id(Scene scene) {
        return switch (path) {
            case "/api/operations/{id}" ->
                scene.owner()
                        .post("/api/user-bot/messages", "{\"chat_id\":1,\"text\":\"hello\"}")
                        .field("operation_id");
            case "/api/auth/sessions/{id}" -> {
                scene.world().session(scene.user().email());
                yield scene.owner().get("/api/auth/sessions?limit=1").field("items.0.id");
            }
            case "/api/auth/api-keys/{id}" -> scene.newKey();
            default -> Long.toString(scene.user().id());
        };
    }

    private static String refreshToken(Scene scene) {
        return scene.world().session(scene.user().email()).field("refresh_token");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
