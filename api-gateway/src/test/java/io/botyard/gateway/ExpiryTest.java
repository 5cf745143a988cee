package io.botyard.gateway;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.gateway.testing.AdjustableClock;
import io.botyard.gateway.testing.Answer;
import io.botyard.gateway.testing.Replaced;
import io.botyard.gateway.testing.World;
import io.botyard.testkit.TestBroker;
import io.botyard.testkit.TestDatabase;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever lets somebody in runs out in its time. */
class ExpiryTest {

    private static final String ME = "/api/auth/me";
    private static final String STATUS = "/api/user-bot/status";
    private static final AdjustableClock CLOCK = new AdjustableClock();

    private static World timed;

    @BeforeAll
    static void start() {
        timed = new World(
                TestBroker.shared(),
                TestDatabase.fresh(),
                Map.of(),
                Replaced.nothing().clock(CLOCK));
    }

    @AfterAll
    static void stop() {
        timed.close();
    }

    @Test
    void sessionsAndKeysRunOut() {
        var tenant = timed.tenant();
        timed.schemas.bot(tenant.id(), "active", "30");
        var expiring = tenant.http()
                .post(
                        "/api/auth/api-keys",
                        "{\"name\":\"k\",\"scopes\":[\"bot:read\"],\"expires_at\":\"%s\"}"
                                .formatted(CLOCK.instant().plus(Duration.ofHours(1))));
        var idle = timed.session(tenant.email());
        var key = timed.gateway.client().bearing(expiring.field("key"));
        assertThat(key.get(STATUS).status()).isEqualTo(200);
        CLOCK.pass(Duration.ofMinutes(11));
        assertThat(tenant.http().get(ME).status()).isEqualTo(401);
        CLOCK.pass(Duration.ofHours(1));
        await().atMost(20, SECONDS).until(() -> key.get(STATUS).status() == 401);
        CLOCK.pass(Duration.ofHours(23));
        assertThat(refresh(idle.field("refresh_token")).status()).isEqualTo(401);
    }

    @Test
    void aRememberedSessionRestsForThirtyDaysAndNoneOutlivesNinety() {
        var login = timed.gateway
                .client()
                .post(
                        "/api/auth/login",
                        "{\"email\":\"%s\",\"password\":\"%s\",\"remember_me\":true}"
                                .formatted(timed.tenant().email(), World.PASSWORD));
        var token = login.field("refresh_token");
        for (var days = 29; days < 90; days += 29) {
            CLOCK.pass(Duration.ofDays(29));
            var refreshed = refresh(token);
            assertThat(refreshed.status()).as("after %d days", days).isEqualTo(200);
            token = refreshed.field("refresh_token");
        }
        CLOCK.pass(Duration.ofDays(4));
        assertThat(refresh(token).field("code")).isEqualTo("refresh_token_invalid");
    }

    @Test
    void afterTheGraceASpentTokenEndsTheFamilyThoughItsSuccessorIsUnused() {
        var token = timed.session(timed.tenant().email()).field("refresh_token");
        var successor = refresh(token).field("refresh_token");
        CLOCK.pass(Duration.ofSeconds(11));
        assertThat(refresh(token).status()).isEqualTo(401);
        assertThat(refresh(successor).status()).isEqualTo(401);
    }

    private static Answer refresh(String token) {
        return timed.gateway.client().post("/api/auth/refresh", "{\"refresh_token\":\"" + token + "\"}");
    }
}
