package io.botyard.gateway;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.contract.UserId;
import io.botyard.contract.event.AccessEvent;
import io.botyard.contract.event.LoginFailed;
import io.botyard.contract.event.RefreshTokenReused;
import io.botyard.contract.event.UserLoggedOut;
import io.botyard.contract.wire.Topic;
import io.botyard.gateway.testing.Answer;
import io.botyard.gateway.testing.Client;
import io.botyard.gateway.testing.SharesWorld;
import io.botyard.gateway.testing.World;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@SharesWorld
class SessionsTest {

    private final World world = World.shared();
    private final Client anybody = world.gateway.client();

    @Test
    void aRefreshAnswersAsALoginAndRotatesTheToken() {
        var tenant = world.tenant();
        var login = world.session(tenant.email());
        var refreshed = refresh(login.field("refresh_token"));
        assertThat(refreshed.status()).isEqualTo(200);
        assertThat(refreshed.json().propertyNames())
                .containsExactlyElementsOf(login.json().propertyNames());
        assertThat(refreshed.json().get("user")).isEqualTo(login.json().get("user"));
        assertThat(refreshed.field("refresh_token")).isNotEqualTo(login.field("refresh_token"));
        assertThat(refreshed.header("Cache-Control")).contains("no-store");
        assertThat(status(refreshed.field("access_token"))).isEqualTo(200);
    }

    @Test
    void aSpentTokenIsAnsweredWithTheSameSuccessorWhileThatIsUnused() {
        var token = world.session(world.tenant().email()).field("refresh_token");
        var first = refresh(token).field("refresh_token");
        var again = refresh(token);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.field("refresh_token")).isEqualTo(first);
        assertThat(refresh(first).status()).isEqualTo(200);
    }

    @Test
    void rule12AReusedRefreshTokenEndsItsFamilyOnEveryGateway() {
        var tenant = world.tenant();
        var login = world.session(tenant.email());
        var token = login.field("refresh_token");
        var successor = refresh(token).field("refresh_token");
        var last = refresh(successor);
        try (var other = world.start(Map.of())) {
            assertThat(other.client()
                            .bearing(last.field("access_token"))
                            .get("/api/auth/me")
                            .status())
                    .isEqualTo(200);
            var reused = refresh(token);
            assertThat(reused.status()).isEqualTo(401);
            assertThat(reused.field("code")).isEqualTo("refresh_token_invalid");
            assertThat(refresh(last.field("refresh_token")).status()).isEqualTo(401);
            assertThat(refresh(other.client(), last.field("refresh_token")).status())
                    .isEqualTo(401);
            for (var access : List.of(login.field("access_token"), last.field("access_token"))) {
                assertThat(status(access)).isEqualTo(401);
                await().atMost(20, SECONDS)
                        .until(() -> other.client()
                                        .bearing(access)
                                        .get("/api/auth/me")
                                        .status()
                                == 401);
            }
        }
        assertThat(tenant.http().get("/api/auth/me").status()).isEqualTo(200);
        await().atMost(20, SECONDS)
                .untilAsserted(() -> assertThat(records(tenant.id()))
                        .filteredOn(RefreshTokenReused.class::isInstance)
                        .hasSize(1));
    }

    @Test
    void ahundredConcurrentRefreshesOfOneTokenAreOneFamilyAndLockNobodyOut() throws Exception {
        var tenant = world.tenant();
        var token = world.session(tenant.email()).field("refresh_token");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads
                    .invokeAll(Stream.<Callable<Answer>>generate(() -> () -> refresh(token))
                            .limit(100)
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(answers).extracting(Answer::status).containsOnly(200);
            assertThat(answers.stream()
                            .map(answer -> answer.field("refresh_token"))
                            .distinct())
                    .hasSize(1);
            assertThat(refresh(answers.getFirst().field("refresh_token")).status())
                    .isEqualTo(200);
        }
        assertThat(world.schemas.count(
                        "SELECT count(*) FROM identity.sessions WHERE ended_at IS NULL AND user_id = " + tenant.id()))
                .isEqualTo(2);
    }

    @Test
    void aTokenThatWeNeverMadeEndsNothing() {
        var token = world.session(world.tenant().email()).field("refresh_token");
        var forged = token.substring(0, token.length() - 4) + "AAAA";
        for (var wrong : List.of(forged, "", "nonsense", "é", token + token)) {
            assertThat(refresh(wrong).field("code")).isEqualTo("refresh_token_invalid");
        }
        assertThat(refresh(token).status()).isEqualTo(200);
    }

    @Test
    void noRefreshTokenIsKeptInClear() {
        var token = world.session(world.tenant().email()).field("refresh_token");
        refresh(token);
        assertThat(world.schemas.text("SELECT string_agg(s::text, ' ') FROM identity.sessions s"))
                .doesNotContain(token.substring(22, 60));
    }

    @Test
    void rule12LogoutEndsTheAccessTokenWhateverItWasDoneWith() {
        var tenant = world.tenant();
        var byAccess = world.session(tenant.email());
        assertThat(anybody.bearing(byAccess.field("access_token"))
                        .send("POST", "/api/auth/logout", BodyPublishers.noBody(), List.of())
                        .status())
                .isEqualTo(204);
        var byRefresh = world.session(tenant.email());
        assertThat(anybody.post("/api/auth/logout", body(byRefresh.field("refresh_token")))
                        .status())
                .isEqualTo(204);
        for (var ended : List.of(byAccess, byRefresh)) {
            assertThat(status(ended.field("access_token"))).isEqualTo(401);
            assertThat(refresh(ended.field("refresh_token")).status()).isEqualTo(401);
        }
        assertThat(tenant.http().get("/api/auth/me").status()).isEqualTo(200);
        await().atMost(20, SECONDS)
                .untilAsserted(() -> assertThat(records(tenant.id()))
                        .filteredOn(UserLoggedOut.class::isInstance)
                        .hasSize(2)
                        .allMatch(record -> record.head().actor().id().equals(new UserId(tenant.id()))));
    }

    @Test
    void loggingOutAgainOrWithNothingIsDoneToo() {
        var login = world.session(world.tenant().email());
        for (var attempt = 0; attempt < 2; attempt++) {
            assertThat(anybody.post("/api/auth/logout", body(login.field("refresh_token")))
                            .status())
                    .isEqualTo(204);
        }
        assertThat(anybody.post("/api/auth/logout", "{}").status()).isEqualTo(204);
        assertThat(anybody.bearing("nonsense").post("/api/auth/logout", "").status())
                .isEqualTo(204);
    }

    @Test
    void aUserSeesTheirSessionsAndEndsOneAndNobodyElsesAnything() {
        var tenant = world.tenant();
        var other = world.session(tenant.email());
        var list = tenant.http().get("/api/auth/sessions");
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.json().get("items")).hasSize(2);
        assertThat(list.field("items.0.current")).isEqualTo("false");
        assertThat(list.field("items.1.current")).isEqualTo("true");
        assertThat(list.field("items.0.user_agent")).startsWith("Java-http-client");

        var first = tenant.http().get("/api/auth/sessions?limit=1");
        assertThat(first.field("items.0.id")).isEqualTo(list.field("items.0.id"));
        var second = tenant.http().get("/api/auth/sessions?limit=1&cursor=" + first.field("next_cursor"));
        assertThat(second.field("items.0.id")).isEqualTo(list.field("items.1.id"));
        assertThat(second.json().get("next_cursor").isNull()).isTrue();
        assertThat(tenant.http().get("/api/auth/sessions?limit=0").status()).isEqualTo(422);
        assertThat(tenant.http().get("/api/auth/sessions?cursor=x").field("errors.0.field"))
                .isEqualTo("cursor");

        var path = "/api/auth/sessions/" + list.field("items.0.id");
        assertThat(world.tenant().http().delete(path).status()).isEqualTo(404);
        assertThat(tenant.http().delete(path).status()).isEqualTo(204);
        assertThat(tenant.http().delete(path).status()).isEqualTo(404);
        assertThat(tenant.http().delete("/api/auth/sessions/nonsense").status()).isEqualTo(404);
        assertThat(status(other.field("access_token"))).isEqualTo(401);
    }

    @Test
    void onlyTheRightPasswordIsToldThatTheAccountIsSuspended() {
        var tenant = world.tenant();
        var before = world.session(tenant.email());
        world.schemas.run("UPDATE identity.users SET status = 'suspended' WHERE id = " + tenant.id());
        assertThat(refresh(before.field("refresh_token")).field("code")).isEqualTo("account_suspended");
        var right = world.session(tenant.email());
        assertThat(right.status()).isEqualTo(403);
        assertThat(right.field("code")).isEqualTo("account_suspended");
        var wrong = anybody.post(
                "/api/auth/login", "{\"email\":\"%s\",\"password\":\"another password\"}".formatted(tenant.email()));
        assertThat(wrong.field("code")).isEqualTo("wrong_credentials");
        await().atMost(20, SECONDS)
                .untilAsserted(() -> assertThat(records(tenant.id()))
                        .filteredOn(LoginFailed.class::isInstance)
                        .hasSize(2));
    }

    private List<AccessEvent> records(long user) {
        return world.in(Topic.AUDIT_ACCESS, AccessEvent.class).stream()
                .filter(event -> event.userId().equals(new UserId(user)))
                .toList();
    }

    private int status(String access) {
        return anybody.bearing(access).get("/api/auth/me").status();
    }

    private Answer refresh(String token) {
        return refresh(anybody, token);
    }

    private static Answer refresh(Client client, String token) {
        return client.post("/api/auth/refresh", body(token));
    }

    private static String body(String token) {
        return "{\"refresh_token\":\"" + token + "\"}";
    }
}
