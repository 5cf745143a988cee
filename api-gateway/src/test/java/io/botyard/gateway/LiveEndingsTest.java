package io.botyard.gateway;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.contract.wire.Topic;
import io.botyard.gateway.testing.AdjustableClock;
import io.botyard.gateway.testing.LiveClient;
import io.botyard.gateway.testing.News;
import io.botyard.gateway.testing.Replaced;
import io.botyard.gateway.testing.RunningGateway;
import io.botyard.gateway.testing.SharesWorld;
import io.botyard.gateway.testing.TwoGateways;
import io.botyard.gateway.testing.World;
import io.botyard.testkit.TopicWriter;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A socket ends with what it was opened with: the session or the key, not the access token. */
@SharesWorld
class LiveEndingsTest {

    /** A second, and as much again for a busy machine. */
    private static final Duration SOON = Duration.ofSeconds(2);

    private final World world = World.shared();
    private final TopicWriter worker = TopicWriter.to(world.broker.connection());
    private final World.Tenant tenant = world.tenant();

    @AfterEach
    void close() {
        worker.close();
    }

    @Test
    @Tag("faults")
    void loggedOutOnAnotherGatewayItEndsAlsoWhenTheGatewaysCannotReachEachOther() {
        try (var other = world.start(Map.of())) {
            endsWithItsSession(world.gateway, other);
        }
    }

    @Test
    @Tag("faults")
    void loggedOutOnAnotherGatewayItEnds() {
        try (var gateways = TwoGateways.joined(world, Map.of())) {
            endsWithItsSession(gateways.one(), gateways.other());
        }
    }

    private void endsWithItsSession(RunningGateway here, RunningGateway there) {
        var token = world.token(tenant.email());
        try (var live = LiveClient.ready(here, token);
                var otherSession = LiveClient.ready(here, world.token(tenant.email()))) {
            assertThat(there.client()
                            .bearing(token)
                            .post("/api/auth/logout", "{}")
                            .status())
                    .isEqualTo(204);
            live.awaitClose(4401, SOON);
            hears(otherSession, 1);
        }
    }

    @Test
    void aSuspendedUserHearsNothingMore() {
        try (var live = LiveClient.ready(world.gateway, world.token(tenant.email()))) {
            world.schemas.run("UPDATE identity.users SET status = 'suspended' WHERE id = " + tenant.id());
            live.awaitClose(4401, SOON);
            worker.send(Topic.BOT_EVENTS, News.verified(tenant.id(), tenant.id() + 1000, 1));
            assertThat(live.frames("bot")).isEmpty();
        }
    }

    @Test
    void whoeverIsNoLongerAnAdminNoLongerSeesWhatAdminsSee() {
        var watched = world.tenant();
        world.schemas.run("UPDATE identity.users SET role = 'admin' WHERE id = " + tenant.id());
        try (var live = LiveClient.ready(world.gateway, world.token(tenant.email()));
                var admin = LiveClient.ready(world.gateway, world.token(World.ADMIN))) {
            live.says("{\"type\":\"watch\",\"user_id\":%d}".formatted(watched.id()));
            await().atMost(10, SECONDS)
                    .untilAsserted(() -> assertThat(live.frames("watching")).hasSize(1));
            world.schemas.run("UPDATE identity.users SET role = 'user' WHERE id = " + tenant.id());
            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(live.frames("watching").getLast().at("/data/user_ids"))
                                    .isEmpty());
            worker.send(Topic.BOT_EVENTS, News.verified(watched.id(), watched.id() + 1000, 1));
            await().atMost(10, SECONDS)
                    .untilAsserted(
                            () -> assertThat(admin.about("fleet", watched.id())).hasSize(1));
            hears(live, 1);
            assertThat(live.users("bot", "operation", "fleet")).containsOnly(tenant.id());
            live.says("{\"type\":\"watch\",\"user_id\":%d}".formatted(watched.id()));
            await().atMost(10, SECONDS)
                    .untilAsserted(() -> assertThat(live.frames("error")).hasSize(1));
        }
    }

    @Test
    void aKeyThatMayReadOpensUntilItIsRevoked() {
        var key = key("bot:read");
        try (var live = LiveClient.ready(world.gateway, key.secret())) {
            hears(live, 1);
            assertThat(tenant.http().delete("/api/auth/api-keys/" + key.id()).status())
                    .isEqualTo(204);
            live.awaitClose(4401, SOON);
        }
    }

    @Test
    void aKeyThatRunsOutEndsItsSocket() {
        var key = key("bot:read");
        try (var live = LiveClient.ready(world.gateway, key.secret())) {
            world.schemas.run("UPDATE identity.api_keys SET expires_at = now() WHERE id = '" + key.id() + "'");
            live.awaitClose(4401, SOON);
        }
    }

    @Test
    void aKeyOfAnotherScopeOpensNothing() {
        try (var live = LiveClient.open(world.gateway)
                .says(LiveClient.auth(key("bot:send", "bot:manage").secret()))) {
            live.awaitClose(4401);
            assertThat(live.frames()).isEmpty();
        }
    }

    @Test
    void anAdminsKeySeesTheirOwnBotAlone() {
        world.schemas.run("UPDATE identity.users SET role = 'admin' WHERE id = " + tenant.id());
        var watched = world.tenant();
        try (var live = LiveClient.ready(world.gateway, key("bot:read").secret());
                var admin = LiveClient.ready(world.gateway, world.token(World.ADMIN))) {
            live.says("{\"type\":\"watch\",\"user_id\":%d}".formatted(watched.id()));
            await().atMost(10, SECONDS)
                    .untilAsserted(() -> assertThat(live.frames("error"))
                            .extracting(frame -> frame.at("/data/code").asString())
                            .containsExactly("session_required"));
            worker.send(Topic.BOT_EVENTS, News.verified(watched.id(), watched.id() + 1000, 1));
            await().atMost(10, SECONDS)
                    .untilAsserted(
                            () -> assertThat(admin.about("fleet", watched.id())).hasSize(1));
            hears(live, 1);
            assertThat(live.users("bot", "operation", "fleet")).containsOnly(tenant.id());
        }
    }

    @Test
    void itOutlivesTheAccessTokenAndEndsWhenTheSessionRunsOut() {
        var clock = new AdjustableClock();
        var token = world.token(tenant.email());
        try (var gateway = world.start(Map.of(), Replaced.nothing().clock(clock));
                var live = LiveClient.ready(gateway, token)) {
            clock.pass(Duration.ofMinutes(11));
            assertThat(gateway.client().bearing(token).get("/api/auth/me").status())
                    .isEqualTo(401);
            try (var late = LiveClient.open(gateway).says(LiveClient.auth(token))) {
                late.awaitClose(4401);
            }
            hears(live, 1);
            clock.pass(Duration.ofHours(24));
            live.awaitClose(4401, SOON);
        }
    }

    /** So many changes of their own bot by now, this one among them. */
    private void hears(LiveClient live, long version) {
        worker.send(Topic.BOT_EVENTS, News.verified(tenant.id(), tenant.id() + 1000, version));
        await().atMost(10, SECONDS)
                .untilAsserted(() -> assertThat(live.about("bot", tenant.id())).hasSize((int) version));
    }

    private record Key(String id, String secret) {}

    private Key key(String... scopes) {
        var made = tenant.http()
                .post(
                        "/api/auth/api-keys",
                        "{\"name\":\"live\",\"scopes\":[\"%s\"]}".formatted(String.join("\",\"", scopes)));
        return new Key(made.field("id"), made.field("key"));
    }
}
