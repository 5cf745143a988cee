package io.botyard.standin;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Vault's auth methods AppRole and Kubernetes, and what a token may do with itself. */
final class Logins {

    private static final Pattern LOGIN = Pattern.compile("(auth/[^/]+)/login");

    private final Grants grants;

    Logins(Grants grants) {
        this.grants = grants;
    }

    /** Whoever logs in has no token yet. */
    Optional<Response> login(String path, JsonNode body) {
        var login = LOGIN.matcher(path);
        return login.matches() ? Optional.of(letIn(login.group(1), body)) : Optional.empty();
    }

    private Response letIn(String mount, JsonNode body) {
        var name = body.path("role_id").asString(body.path("role").asString(""));
        var proof = body.path("secret_id").asString(body.path("jwt").asString(""));
        return grants.logIn(mount, name, proof)
                .flatMap(token -> grants.of(token).map(granted -> auth(token, granted)))
                .orElseGet(() -> Response.error(400, "invalid role or secret ID"));
    }

    Response ofItself(String path, String token, Grants.Granted granted) {
        return switch (path) {
            case "auth/token/lookup-self" ->
                Response.ok(Map.of(
                        "data",
                        Map.of(
                                "ttl",
                                grants.left(granted).toSeconds(),
                                "expire_time",
                                granted.end().toString(),
                                "renewable",
                                true,
                                "policies",
                                List.of(granted.policy()))));
            case "auth/token/renew-self" -> auth(token, grants.renew(token, granted));
            default -> Response.notFound();
        };
    }

    private Response auth(String token, Grants.Granted granted) {
        return Response.ok(Map.of(
                "auth",
                Map.of(
                        "client_token",
                        token,
                        "lease_duration",
                        seconds(granted),
                        "renewable",
                        true,
                        "policies",
                        List.of(granted.policy()))));
    }

    private long seconds(Grants.Granted granted) {
        return Math.max(1, grants.left(granted).plus(Duration.ofMillis(500)).toSeconds());
    }
}
