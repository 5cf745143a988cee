package io.botyard.gateway.live;

import io.botyard.contract.UserId;
import io.botyard.gateway.access.ProblemCode;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a client says. */
sealed interface ClientFrame {

    /** Who it is: an access token or an API key. */
    record Auth(String token) implements ClientFrame {
        @Override
        public String toString() {
            return "Auth[redacted]";
        }
    }

    /** An admin wants to see what happens to this user's bot. */
    record Watch(UserId user) implements ClientFrame {}

    record Unwatch(UserId user) implements ClientFrame {}

    /** Nothing that can be obeyed. {@code message} says why and quotes nothing. */
    record Wrong(ProblemCode code, String message) implements ClientFrame {}

    static ClientFrame read(JsonMapper json, String text) {
        try {
            return of(json.readTree(text));
        } catch (JacksonException malformed) {
            return new Wrong(ProblemCode.MALFORMED_JSON, "A frame is one JSON object.");
        }
    }

    private static ClientFrame of(JsonNode frame) {
        return switch (frame.path("type").asString("")) {
            case "auth" ->
                frame.path("token").isString() && holds(frame, "token")
                        ? new Auth(frame.path("token").asString())
                        : invalid("auth holds token, a text, and nothing else.");
            case "watch" ->
                namesUser(frame)
                        ? new Watch(user(frame))
                        : invalid("watch holds user_id, a number above 0, and nothing else.");
            case "unwatch" ->
                namesUser(frame)
                        ? new Unwatch(user(frame))
                        : invalid("unwatch holds user_id, a number above 0, and nothing else.");
            default -> invalid("The type of a frame is auth, watch or unwatch.");
        };
    }

    private static boolean namesUser(JsonNode frame) {
        var user = frame.path("user_id");
        return user.isIntegralNumber() && user.canConvertToLong() && user.asLong() > 0 && holds(frame, "user_id");
    }

    private static UserId user(JsonNode frame) {
        return new UserId(frame.path("user_id").asLong());
    }

    private static boolean holds(JsonNode frame, String field) {
        return Set.copyOf(frame.propertyNames()).equals(Set.of("type", field));
    }

    private static Wrong invalid(String message) {
        return new Wrong(ProblemCode.VALIDATION_FAILED, message);
    }
}
