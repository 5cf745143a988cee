package io.botyard.gateway.access;

import static io.botyard.contract.Role.ADMIN;
import static io.botyard.contract.Role.NOBODY;
import static io.botyard.contract.Role.SUPERADMIN;
import static io.botyard.contract.Role.USER;
import static io.botyard.contract.Scope.BOT_MANAGE;
import static io.botyard.contract.Scope.BOT_READ;
import static io.botyard.contract.Scope.BOT_SEND;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.botyard.contract.Role;
import io.botyard.contract.Scope;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpMethod;

/** Who may call what: the one table, which the filter chain and the tests read. */
public final class Permissions {

    /**
     * A call and what it asks for.
     *
     * @param least the least role; {@code NOBODY} is open to all
     * @param scope the scope an API key needs; without one no key opens it, whoever the key's user is
     */
    public record Permission(HttpMethod method, String path, Role least, Optional<Scope> scope) {

        Permission(HttpMethod method, String path, Role least) {
            this(method, path, least, Optional.empty());
        }

        Permission(HttpMethod method, String path, Role least, Scope scope) {
            this(method, path, least, Optional.of(scope));
        }
    }

    /** Nothing else is open to API keys. */
    static final String[] OPEN_TO_KEYS = {"/api/user-bot/**", "/api/operations/**", "/api/live"};

    public static final List<Permission> TABLE = List.of(
            new Permission(POST, "/api/auth/register", NOBODY),
            new Permission(POST, "/api/auth/login", NOBODY),
            new Permission(POST, "/api/auth/refresh", NOBODY),
            new Permission(POST, "/api/auth/logout", NOBODY),
            new Permission(GET, "/api/auth/me", USER),
            new Permission(PATCH, "/api/auth/me", USER),
            new Permission(POST, "/api/auth/password", USER),
            new Permission(POST, "/api/auth/password/reset", NOBODY),
            new Permission(GET, "/api/auth/sessions", USER),
            new Permission(DELETE, "/api/auth/sessions/{id}", USER),
            new Permission(POST, "/api/auth/api-keys", USER),
            new Permission(GET, "/api/auth/api-keys", USER),
            new Permission(DELETE, "/api/auth/api-keys/{id}", USER),
            new Permission(GET, "/.well-known/jwks.json", NOBODY),
            new Permission(GET, "/api/about", NOBODY),
            new Permission(GET, "/problems/{code}", NOBODY),
            new Permission(GET, "/v3/api-docs", NOBODY),
            new Permission(GET, "/v3/api-docs.yaml", NOBODY),
            new Permission(GET, "/v3/api-docs/swagger-config", NOBODY),
            new Permission(GET, "/docs", NOBODY),
            new Permission(POST, "/api/user-bot/create", USER, BOT_MANAGE),
            new Permission(GET, "/api/user-bot/status", USER, BOT_READ),
            new Permission(POST, "/api/user-bot/verify", USER, BOT_MANAGE),
            new Permission(PUT, "/api/user-bot/token", USER, BOT_MANAGE),
            new Permission(PATCH, "/api/user-bot/rate-limits", USER, BOT_MANAGE),
            new Permission(DELETE, "/api/user-bot/remove", USER, BOT_MANAGE),
            new Permission(POST, "/api/user-bot/messages", USER, BOT_SEND),
            new Permission(POST, "/api/user-bot/methods/{method}", USER, BOT_SEND),
            new Permission(GET, "/api/user-bot/operations", USER, BOT_READ),
            new Permission(GET, "/api/operations/{id}", USER, BOT_READ),
            // open at the door: browsers cannot send a header with a WebSocket, so its first frame says who it is
            new Permission(GET, "/api/live", NOBODY),
            new Permission(GET, "/api/admin/bots/list", ADMIN),
            new Permission(GET, "/api/admin/bots/{user_id}/status", ADMIN),
            new Permission(POST, "/api/admin/bots/{user_id}/access", ADMIN),
            new Permission(PATCH, "/api/admin/bots/{user_id}/suspend", ADMIN),
            new Permission(PATCH, "/api/admin/bots/{user_id}/activate", ADMIN),
            new Permission(PATCH, "/api/admin/bots/{user_id}/rate-limit", ADMIN),
            new Permission(POST, "/api/admin/bots/{user_id}/verify", ADMIN),
            new Permission(DELETE, "/api/admin/bots/{user_id}", ADMIN),
            new Permission(GET, "/api/admin/audit", ADMIN),
            new Permission(GET, "/api/admin/audit/verify", ADMIN),
            new Permission(GET, "/api/admin/audit/export", ADMIN),
            new Permission(GET, "/api/admin/activity", ADMIN),
            new Permission(GET, "/api/admin/health", ADMIN),
            new Permission(GET, "/api/admin/fleet", ADMIN),
            new Permission(GET, "/api/admin/users", SUPERADMIN),
            new Permission(GET, "/api/admin/users/{id}", SUPERADMIN),
            new Permission(PATCH, "/api/admin/users/{id}", SUPERADMIN),
            new Permission(DELETE, "/api/admin/users/{id}", SUPERADMIN),
            new Permission(POST, "/api/admin/users/{id}/password-reset", SUPERADMIN),
            new Permission(GET, "/api/admin/keys", SUPERADMIN),
            new Permission(POST, "/api/admin/keys/rotate", SUPERADMIN));

    private Permissions() {}
}
