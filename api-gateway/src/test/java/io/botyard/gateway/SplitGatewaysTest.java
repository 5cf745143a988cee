package io.botyard.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.gateway.testing.Client;
import io.botyard.gateway.testing.RunningGateway;
import io.botyard.gateway.testing.SharesWorld;
import io.botyard.gateway.testing.TwoGateways;
import io.botyard.gateway.testing.Watcher;
import io.botyard.gateway.testing.World;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two gateways that shared a Hazelcast cluster until it broke in two: what Postgres says holds on both all the same. */
@Tag("faults")
@SharesWorld
class SplitGatewaysTest {

    private static final String ME = "/api/auth/me";
    private static final String TRAIL = "/api/admin/audit";

    private static final World WORLD = World.shared();
    private static final TwoGateways GATEWAYS = TwoGateways.joined(WORLD, Map.of("botyard.gateway.throttles.times", 1));

    private final World.Tenant tenant = WORLD.tenant();
    private final Client elsewhere = GATEWAYS.other().client();

    @BeforeAll
    static void split() {
        WORLD.audit.answers("/audit", 200, "{\"items\":[],\"next_cursor\":null}");
        GATEWAYS.split();
    }

    @AfterAll
    static void stop() {
        GATEWAYS.close();
    }

    @Test
    void rule12LoggedOutOnOneIsRefusedOnTheOtherWithinASecond() {
        var token = WORLD.token(tenant.email());
        var watcher = new Watcher(elsewhere.bearing(token), ME).warm();
        assertThat(here(token).post("/api/auth/logout", "{}").status()).isEqualTo(204);
        assertThat(watcher.refusedWithinASecond().status()).isEqualTo(401);
    }

    @Test
    void rule12SuspendedOnOneIsRefusedOnTheOtherWithinASecond() {
        var watcher = new Watcher(elsewhere.bearing(WORLD.token(tenant.email())), ME).warm();
        changes("{\"status\":\"suspended\"}");
        assertThat(watcher.refusedWithinASecond().field("code")).isEqualTo("account_suspended");
    }

    @Test
    void rule12DemotedOnOneIsRefusedOnTheOtherWithinASecond() {
        changes("{\"role\":\"admin\"}");
        var watcher = new Watcher(elsewhere.bearing(WORLD.token(tenant.email())), TRAIL).warm();
        changes("{\"role\":\"user\"}");
        assertThat(watcher.refusedWithinASecond().field("code")).isEqualTo("forbidden");
    }

    @Test
    void aKeyRevokedOnOneIsRefusedOnTheOtherWithinASecond() {
        WORLD.schemas.bot(tenant.id(), "active", "30");
        var made = tenant.http().post("/api/auth/api-keys", "{\"name\":\"k\",\"scopes\":[\"bot:read\"]}");
        var watcher = new Watcher(elsewhere.bearing(made.field("key")), "/api/user-bot/status").warm();
        assertThat(here(WORLD.token(tenant.email()))
                        .delete("/api/auth/api-keys/" + made.field("id"))
                        .status())
                .isEqualTo(204);
        assertThat(watcher.refusedWithinASecond().status()).isEqualTo(401);
    }

    /** Either side believes it is all there is. */
    @Test
    void guessesAreCountedOnEachSideSoThatASplitDoublesThemAtMost() {
        var statuses = IntStream.range(0, 40)
                .mapToObj(i -> guess(GATEWAYS.both().get(i % 2)))
                .toList();
        assertThat(statuses).filteredOn(status -> status == 401).hasSizeBetween(10, 20);
        assertThat(statuses.subList(20, 40)).containsOnly(429);
    }

    private int guess(RunningGateway gateway) {
        var body = "{\"email\":\"%s\",\"password\":\"not the password\"}".formatted(tenant.email());
        return gateway.client().post("/api/auth/login", body).status();
    }

    private void changes(String body) {
        var answer = here(WORLD.token(World.ADMIN)).patch("/api/admin/users/" + tenant.id(), body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static Client here(String token) {
        return GATEWAYS.one().client().bearing(token);
    }
}
