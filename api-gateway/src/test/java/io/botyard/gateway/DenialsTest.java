package io.botyard.gateway;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.contract.Role;
import io.botyard.contract.Via;
import io.botyard.contract.event.AccessEvent;
import io.botyard.contract.event.LoginFailed;
import io.botyard.contract.event.RequestDenied;
import io.botyard.contract.wire.Topic;
import io.botyard.gateway.testing.Client;
import io.botyard.gateway.testing.World;
import io.botyard.testkit.TestBroker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Rule 6: denied attempts are entries, too: each of them, and of a flood one that says how many. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DenialsTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final int FLOOD = 1_500;

    private World world;

    @BeforeAll
    void start() {
        world = new World(
                TestBroker.fresh(),
                Map.of(
                        "botyard.gateway.denials.together",
                        "2s",
                        "botyard.gateway.proxies.trusted",
                        "127.0.0.1/32",
                        "botyard.gateway.throttles.times",
                        1,
                        "botyard.gateway.throttles.failed-logins-of-account.many",
                        2));
    }

    @AfterAll
    void end() {
        world.close();
    }

    @Test
    void rule6WhoIsNotLoggedInIsAnEntryOfThePlatformsTrail() {
        var answer = from("192.0.2.1").get("/api/user-bot/status");
        assertThat(answer.status()).isEqualTo(401);
        var denied = recorded(answer.header("X-Request-Id"));
        assertThat(denied.userId().value()).isZero();
        assertThat(denied.head().actor().role()).isEqualTo(Role.NOBODY);
        assertThat(denied.head().actor().ip()).isEqualTo("192.0.2.1");
        assertSays(denied, 401, "unauthenticated", "GET /api/user-bot/status");
        var made = from("192.0.2.2").bearing("byk_" + "x".repeat(43)).get("/api/operations/" + "0".repeat(36));
        assertThat(made.status()).isEqualTo(401);
        assertSays(recorded(made.header("X-Request-Id")), 401, "unauthenticated", "GET /api/operations/{id}");
        var elsewhere = from("192.0.2.3").get("/api/no/such/thing?token=secret");
        assertThat(elsewhere.status()).isEqualTo(401);
        assertSays(recorded(elsewhere.header("X-Request-Id")), 401, "unauthenticated", "GET /api/**");
    }

    @Test
    void rule6WhoMayNotIsAnEntryOfTheirOwnTrail() {
        var tenant = world.tenant();
        var answer = tenant.http().delete("/api/admin/bots/4711");
        assertThat(answer.status()).isEqualTo(403);
        var denied = recorded(answer.header("X-Request-Id"));
        assertThat(denied.userId().value()).isEqualTo(tenant.id());
        assertThat(denied.head().actor().id()).isEqualTo(denied.userId());
        assertSays(denied, 403, "forbidden", "DELETE /api/admin/bots/{user_id}");
        var key = tenant.http()
                .post("/api/auth/api-keys", "{\"name\":\"k\",\"scopes\":[\"bot:read\"]}")
                .field("key");
        var withKey = world.gateway.client().bearing(key).delete("/api/user-bot/remove");
        assertThat(withKey.status()).isEqualTo(403);
        var byKey = recorded(withKey.header("X-Request-Id"));
        assertThat(byKey.head().actor().via()).isEqualTo(Via.API_KEY);
        assertSays(byKey, 403, "scope_missing", "DELETE /api/user-bot/remove");
    }

    @Test
    void rule6WhoIsTooFastIsAnEntryAndAWrongPasswordIsAFailedLogin() {
        var tenant = world.tenant();
        var wrong = "{\"current_password\":\"wrong\",\"new_password\":\"another password\"}";
        for (var i = 0; i < 2; i++) {
            assertThat(tenant.http().post("/api/auth/password", wrong).status()).isEqualTo(422);
        }
        var answer = tenant.http().post("/api/auth/password", wrong);
        assertThat(answer.status()).isEqualTo(429);
        assertSays(recorded(answer.header("X-Request-Id")), 429, "too_many_requests", "POST /api/auth/password");
        assertThat(of(tenant.id()))
                .extracting(AccessEvent::kind)
                .containsOnlyOnce("request_denied")
                .contains("login_failed");
    }

    @Test
    void ofAFloodTheFirstIsAnEntryAndTheOthersAreCounted() {
        var tenant = world.tenant();
        for (var i = 0; i < 50; i++) {
            assertThat(tenant.http().get("/api/admin/users").status()).isEqualTo(403);
        }
        await().atMost(LONG).until(() -> sum(denials(tenant.id())) == 50);
        assertThat(denials(tenant.id()).getFirst().count()).isOne();
        assertThat(denials(tenant.id())).hasSizeLessThan(25);
    }

    @Test
    void aFloodFromManyAddressesIsNoFloodOfEntriesAndIsCountedWhole() {
        var trusting = Map.<String, Object>of(
                "botyard.gateway.denials.together", "2s", "botyard.gateway.proxies.trusted", "127.0.0.1/32");
        try (var flooded = world.start(trusting)) {
            for (var i = 0; i < FLOOD; i++) {
                flooded.client()
                        .with("X-Forwarded-For", "198.51." + i / 250 + "." + i % 250)
                        .get("/api/auth/me");
            }
        }
        await().atMost(LONG).until(() -> sum(ofTheFlood()) == FLOOD);
        assertThat(ofTheFlood()).hasSizeLessThan(FLOOD);
    }

    @Test
    void whereAllMayGoNothingIsDenied() {
        var answer = world.gateway
                .client()
                .post("/api/auth/login", "{\"email\":\"nobody@example.org\",\"password\":\"wrong\"}");
        assertThat(answer.status()).isEqualTo(401);
        var id = answer.header("X-Request-Id");
        await().atMost(LONG).until(() -> all().stream().anyMatch(event -> isOf(event, id)));
        assertThat(all()).filteredOn(event -> isOf(event, id)).allMatch(LoginFailed.class::isInstance);
    }

    @Test
    void whatCannotBeRecordedYetIsDeniedAllTheSameAndRecordedLater() {
        var tenant = world.tenant();
        world.schemas.run("REVOKE INSERT ON identity.outbox FROM botyard_gateway");
        String id;
        try {
            var answer = tenant.http().get("/api/admin/keys");
            assertThat(answer.status()).isEqualTo(403);
            id = answer.header("X-Request-Id");
            await().pollDelay(2, SECONDS).until(() -> denials(tenant.id()).isEmpty());
        } finally {
            world.schemas.run("GRANT INSERT ON identity.outbox TO botyard_gateway");
        }
        assertSays(recorded(id), 403, "forbidden", "GET /api/admin/keys");
    }

    @Test
    void aGatewayThatStopsTellsWhatItHasCounted() {
        var tenant = world.tenant();
        var token = world.token(tenant.email());
        try (var gateway = world.start(Map.of("botyard.gateway.denials.together", "1h"))) {
            for (var i = 0; i < 5; i++) {
                assertThat(gateway.client()
                                .bearing(token)
                                .get("/api/admin/users")
                                .status())
                        .isEqualTo(403);
            }
        }
        await().atMost(LONG).until(() -> sum(denials(tenant.id())) == 5);
        assertThat(denials(tenant.id())).extracting(RequestDenied::count).containsExactly(1L, 4L);
    }

    private Client from(String address) {
        return world.gateway.client().with("X-Forwarded-For", address);
    }

    private RequestDenied recorded(String request) {
        return await().atMost(LONG)
                .until(
                        () -> all().stream()
                                .filter(RequestDenied.class::isInstance)
                                .map(RequestDenied.class::cast)
                                .filter(event -> isOf(event, request))
                                .toList(),
                        found -> !found.isEmpty())
                .getFirst();
    }

    private List<AccessEvent> all() {
        return world.in(Topic.AUDIT_ACCESS, AccessEvent.class);
    }

    private List<AccessEvent> of(long user) {
        return all().stream().filter(event -> event.userId().value() == user).toList();
    }

    private List<RequestDenied> denials(long user) {
        return of(user).stream()
                .filter(RequestDenied.class::isInstance)
                .map(RequestDenied.class::cast)
                .toList();
    }

    private List<RequestDenied> ofTheFlood() {
        return denials(0).stream()
                .filter(denied -> denied.route().equals("GET /api/auth/me"))
                .toList();
    }

    private static long sum(List<RequestDenied> denials) {
        return denials.stream().mapToLong(RequestDenied::count).sum();
    }

    private static boolean isOf(AccessEvent event, String request) {
        return event.head().requestId().equals(request);
    }

    private static void assertSays(RequestDenied denied, int status, String code, String route) {
        assertThat(denied.status()).isEqualTo(status);
        assertThat(denied.code()).isEqualTo(code);
        assertThat(denied.route()).isEqualTo(route);
        assertThat(denied.count()).isOne();
    }
}
