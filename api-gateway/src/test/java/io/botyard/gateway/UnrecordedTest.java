package io.botyard.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.Role;
import io.botyard.gateway.access.Permissions;
import io.botyard.gateway.testing.Answer;
import io.botyard.gateway.testing.Client;
import io.botyard.gateway.testing.SharesWorld;
import io.botyard.gateway.testing.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** Rule 6: a change and its record are there both or neither, so what cannot be recorded does not happen. */
@SharesWorld
class UnrecordedTest {

    private static final String KEYS = "/api/auth/api-keys";
    private static final String KEY = "{\"name\":\"k\",\"scopes\":[\"bot:read\"]}";

    private final World world = World.shared();
    private final World.Tenant tenant = world.tenant();
    private final Answer login = world.session(tenant.email());
    private final Client admin = world.logIn(World.ADMIN);
    private final Answer key = tenant.http().post(KEYS, KEY);

    @BeforeEach
    void breakTheOutbox() {
        world.schemas.run("REVOKE INSERT ON identity.outbox FROM botyard_gateway");
    }

    @AfterEach
    void mendIt() {
        world.schemas.run("GRANT INSERT ON identity.outbox TO botyard_gateway");
    }

    @Test
    void rule6NobodyComesIn() {
        var sessions = sessions();
        away(world.session(tenant.email()));
        assertThat(sessions()).isEqualTo(sessions);
    }

    @Test
    void rule6NoSessionEnds() {
        away(world.gateway.client().post("/api/auth/logout", refreshToken()));
        away(tenant.http()
                .delete("/api/auth/sessions/"
                        + tenant.http().get("/api/auth/sessions").field("items.0.id")));
        assertThat(world.gateway
                        .client()
                        .bearing(login.field("access_token"))
                        .get("/api/auth/me")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void rule6NoKeyIsMadeOrRevoked() {
        away(tenant.http().post(KEYS, KEY));
        away(tenant.http().delete(KEYS + "/" + key.field("id")));
        var list = tenant.http().get(KEYS);
        assertThat(list.json().get("items")).hasSize(1);
        assertThat(list.field("items.0.id")).isEqualTo(key.field("id"));
    }

    @Test
    void rule6NoAccountChanges() {
        away(tenant.http().patch("/api/auth/me", "{\"email\":\"another-" + tenant.email() + "\"}"));
        away(tenant.http()
                .post(
                        "/api/auth/password",
                        "{\"current_password\":\"%s\",\"new_password\":\"a new password\"}".formatted(World.PASSWORD)));
        mendIt();
        assertThat(world.session(tenant.email()).status()).isEqualTo(200);
    }

    @Test
    void rule6AReusedTokenEndsItsSessionWhenThatCanBeRecorded() {
        var successor = world.gateway.client().post("/api/auth/refresh", refreshToken());
        world.gateway.client().post("/api/auth/refresh", refreshToken(successor));
        away(world.gateway.client().post("/api/auth/refresh", refreshToken()));
        assertThat(world.gateway
                        .client()
                        .bearing(login.field("access_token"))
                        .get("/api/auth/me")
                        .status())
                .isEqualTo(200);
        mendIt();
        assertThat(world.gateway
                        .client()
                        .post("/api/auth/refresh", refreshToken())
                        .status())
                .isEqualTo(401);
        assertThat(world.gateway
                        .client()
                        .bearing(login.field("access_token"))
                        .get("/api/auth/me")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void rule6NobodysRoleOrStatusChangesAndNobodyIsDeleted() {
        var user = "/api/admin/users/" + tenant.id();
        away(admin.patch(user, "{\"role\":\"admin\"}"));
        away(admin.patch(user, "{\"status\":\"suspended\"}"));
        away(admin.post(user + "/password-reset", ""));
        away(admin.delete(user));
        mendIt();
        var after = admin.get(user);
        assertThat(after.field("role")).isEqualTo("user");
        assertThat(after.field("status")).isEqualTo("active");
        assertThat(world.schemas.count("SELECT count(*) FROM identity.outbox WHERE type = 'suspend_bot' AND"
                        + " body->>'user_id' = '" + tenant.id() + "'"))
                .isZero();
    }

    /** Whatever the table has now or will have. */
    @Test
    void rule6NoAdminReadsAnything() {
        world.schemas.bot(tenant.id(), "active", "30");
        assertThat(Permissions.TABLE.stream()
                        .filter(route -> route.method().equals(HttpMethod.GET))
                        .filter(route -> route.least().compareTo(Role.ADMIN) >= 0)
                        .map(route -> route.path().replaceAll("\\{.*}", Long.toString(tenant.id()))))
                .hasSizeGreaterThanOrEqualTo(10)
                .allSatisfy(path -> away(admin.get(path)));
    }

    private static void away(Answer answer) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.field("code")).isEqualTo("part_away");
    }

    private String refreshToken() {
        return refreshToken(login);
    }

    private static String refreshToken(Answer session) {
        return "{\"refresh_token\":\"" + session.field("refresh_token") + "\"}";
    }

    private long sessions() {
        return world.schemas.count("SELECT count(*) FROM identity.sessions WHERE user_id = " + tenant.id());
    }
}
