package io.botyard.gateway;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.gateway.testing.Client;
import io.botyard.gateway.testing.Replaced;
import io.botyard.gateway.testing.RunningGateway;
import io.botyard.gateway.testing.SharesWorld;
import io.botyard.gateway.testing.TwoGateways;
import io.botyard.gateway.testing.Watcher;
import io.botyard.gateway.testing.World;
import io.botyard.testkit.TestBroker;
import io.botyard.testkit.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What somebody may do is what Postgres says, on a gateway that hears of nothing else too: the two are not joined. */
@SharesWorld
class StandingTest {

    private static final String ME = "/api/auth/me";
    private static final String STATUS = "/api/user-bot/status";

    private static World world;
    private static RunningGateway other;

    @BeforeAll
    static void startTwoGatewaysThatDoNotHearOfEachOther() {
        world = World.shared();
        other = world.start(Map.of());
    }

    @AfterAll
    static void stop() {
        other.close();
    }

    @Test
    void rule12LoggedOutOnOneGatewayIsRefusedOnAnotherWithinASecond() {
        var login = world.session(world.tenant().email());
        var elsewhere = new Watcher(other.client().bearing(login.field("access_token")), ME).warm();
        var out = world.gateway
                .client()
                .post("/api/auth/logout", "{\"refresh_token\":\"" + login.field("refresh_token") + "\"}");
        assertThat(out.status()).isEqualTo(204);
        assertThat(elsewhere.refusedWithinASecond().status()).isEqualTo(401);
    }

    @Test
    void rule12SuspendedIsRefusedWithinASecondBySessionAndByKey() {
        var tenant = world.tenant();
        world.schemas.bot(tenant.id(), "active", "30");
        var key = key(tenant.http());
        for (var credential : List.of(world.token(tenant.email()), key)) {
            var watcher = new Watcher(other.client().bearing(credential), STATUS).warm();
            world.schemas.run("UPDATE identity.users SET status = 'suspended' WHERE id = " + tenant.id());
            var refused = watcher.refusedWithinASecond();
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.field("code")).isEqualTo("account_suspended");
            world.schemas.run("UPDATE identity.users SET status = 'active' WHERE id = " + tenant.id());
        }
    }

    @Test
    void rule12ARoleIsTheDatabasesAtEveryRequestAndAfterARefresh() {
        var tenant = world.tenant();
        var login = world.session(tenant.email());
        var http = other.client().bearing(login.field("access_token"));
        world.audit.answers("/audit", 200, "{\"items\":[],\"next_cursor\":null}");
        assertThat(http.get("/api/admin/audit").status()).isEqualTo(403);
        role(tenant.id(), "admin");
        await().atMost(20, SECONDS).until(() -> http.get("/api/admin/audit").status() == 200);
        var watcher = new Watcher(http, "/api/admin/audit").warm();
        role(tenant.id(), "user");
        assertThat(watcher.refusedWithinASecond().field("code")).isEqualTo("forbidden");
        role(tenant.id(), "admin");
        var refreshed = world.gateway
                .client()
                .post("/api/auth/refresh", "{\"refresh_token\":\"" + login.field("refresh_token") + "\"}");
        assertThat(refreshed.field("user.role")).isEqualTo("admin");
    }

    @Test
    void aRevokedKeyIsDeadWithinASecondEverywhere() {
        var tenant = world.tenant();
        world.schemas.bot(tenant.id(), "active", "30");
        var made = tenant.http().post("/api/auth/api-keys", "{\"name\":\"k\",\"scopes\":[\"bot:read\"]}");
        var watcher = new Watcher(other.client().bearing(made.field("key")), STATUS).warm();
        assertThat(tenant.http()
                        .delete("/api/auth/api-keys/" + made.field("id"))
                        .status())
                .isEqualTo(204);
        assertThat(watcher.refusedWithinASecond().status()).isEqualTo(401);
    }

    @Test
    void joinedGatewaysHearOfEndingsEvenWhenTheirSecondNeverPasses() {
        var frozen = Replaced.nothing().ticker(() -> 0);
        try (var gateways = TwoGateways.joined(world, Map.of(), frozen)) {
            var here = gateways.one();
            var there = gateways.other();
            var tenant = world.tenant();
            world.schemas.bot(tenant.id(), "active", "30");
            var access = world.token(tenant.email());
            var made = tenant.http().post("/api/auth/api-keys", "{\"name\":\"k\",\"scopes\":[\"bot:read\"]}");
            var session = there.client().bearing(access);
            var key = there.client().bearing(made.field("key"));
            new Watcher(session, ME).warm();
            new Watcher(key, STATUS).warm();

            here.client().bearing(access).delete("/api/auth/api-keys/" + made.field("id"));
            await().atMost(20, SECONDS).until(() -> key.get(STATUS).status() == 401);
            here.client().bearing(access).post("/api/auth/logout", "{}");
            await().atMost(20, SECONDS).until(() -> session.get(ME).status() == 401);
        }
    }

    @Test
    void withPostgresAwayNobodyIsLetIn() {
        var database = TestDatabase.freshOnItsOwnServer();
        var away = new World(TestBroker.shared(), database, Map.of(), Replaced.nothing());
        try (away) {
            var tenant = away.tenant();
            var key = away.gateway.client().bearing(key(tenant.http()));
            away.schemas.bot(tenant.id(), "active", "30");
            var session = new Watcher(tenant.http(), "/api/auth/sessions");
            session.warm();
            new Watcher(key, STATUS).warm();
            database.stopServer();
            assertThat(session.refusedWithinASecond().status()).isEqualTo(503);
            var refused = key.get(STATUS);
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.field("code")).isEqualTo("part_away");
            assertThat(refused.header("Retry-After")).isNotEmpty();
            assertThat(away.gateway.client().bearing("nonsense").get(ME).status())
                    .isEqualTo(401);
            database.startServer();
            await().atMost(60, SECONDS).until(() -> tenant.http().get(ME).status() == 200);
        }
    }

    private static void role(long user, String role) {
        world.schemas.run("UPDATE identity.users SET role = '%s' WHERE id = %d".formatted(role, user));
    }

    private static String key(Client http) {
        return http.post("/api/auth/api-keys", "{\"name\":\"k\",\"scopes\":[\"bot:read\"]}")
                .field("key");
    }
}
