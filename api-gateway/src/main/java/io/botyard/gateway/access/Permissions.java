package io.botyard.gateway.access;

import static io.botyard.contract.Role.ADMIN;
import static io.botyard.contract.Role.NOBODY;
import static io.botyard.contract.Role.USER;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.botyard.contract.Role;
import java.util.List;
import org.springframework.http.HttpMethod;

/** Who may call what: the one table, which the filter chain and the tests read. */
public final class Permissions {

    /** A call and the least role it asks for; {@code NOBODY} is open to all. */
    public record Permission(HttpMethod method, String path, Role least) {}

    public static final List<Permission> TABLE = List.of(
            new Permission(POST, "/api/auth/register", NOBODY),
            new Permission(POST, "/api/auth/login", NOBODY),
            new Permission(GET, "/api/auth/me", USER),
            new Permission(GET, "/.well-known/jwks.json", NOBODY),
            new Permission(GET, "/api/about", NOBODY),
            new Permission(GET, "/problems/{code}", NOBODY),
            new Permission(GET, "/v3/api-docs", NOBODY),
            new Permission(GET, "/v3/api-docs.yaml", NOBODY),
            new Permission(GET, "/v3/api-docs/swagger-config", NOBODY),
            new Permission(GET, "/docs", NOBODY),
            new Permission(POST, "/api/user-bot/create", USER),
            new Permission(GET, "/api/user-bot/status", USER),
            new Permission(POST, "/api/user-bot/verify", USER),
            new Permission(PUT, "/api/user-bot/token", USER),
            new Permission(PATCH, "/api/user-bot/rate-limits", USER),
            new Permission(DELETE, "/api/user-bot/remove", USER),
            new Permission(POST, "/api/user-bot/messages", USER),
            new Permission(POST, "/api/user-bot/methods/{method}", USER),
            new Permission(GET, "/api/user-bot/operations", USER),
            new Permission(GET, "/api/operations/{id}", USER),
            new Permission(GET, "/api/admin/bots/list", ADMIN),
            new Permission(GET, "/api/admin/bots/{user_id}/status", ADMIN),
            new Permission(POST, "/api/admin/bots/{user_id}/access", ADMIN),
            new Permission(PATCH, "/api/admin/bots/{user_id}/suspend", ADMIN),
            new Permission(PATCH, "/api/admin/bots/{user_id}/activate", ADMIN),
            new Permission(PATCH, "/api/admin/bots/{user_id}/rate-limit", ADMIN),
            new Permission(POST, "/api/admin/bots/{user_id}/verify", ADMIN),
            new Permission(DELETE, "/api/admin/bots/{user_id}", ADMIN),
            new Permission(GET, "/api/admin/audit", ADMIN));

    private Permissions() {}
}
