package io.botyard.gateway;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.contract.UserId;
import io.botyard.contract.event.AccessEvent;
import io.botyard.contract.event.PasswordReset;
import io.botyard.contract.event.PasswordResetIssued;
import io.botyard.contract.wire.Topic;
import io.botyard.gateway.testing.Answer;
import io.botyard.gateway.testing.Client;
import io.botyard.gateway.testing.SharesWorld;
import io.botyard.gateway.testing.World;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who forgot their password gets a token from a superadmin, once, for half an hour. */
@SharesWorld
class PasswordResetTest {

    private static final String NEW = "staple battery correct";

    private final World world = World.shared();
    private final String request = UUID.randomUUID().toString();
    private final Client superadmin = world.logIn(World.ADMIN).with("X-Request-Id", request);
    private final Client anybody = world.gateway.client().with("X-Request-Id", request);
    private final World.Tenant tenant = world.tenant();

    @Test
    void theTokenIsGoodForANewPasswordOnceAndEndsAllSessions() {
        var issued = issue();
        assertThat(issued.status()).isEqualTo(201);
        assertThat(issued.header("Cache-Control")).contains("no-store");
        assertThat(Duration.between(Clock.systemUTC().instant(), Instant.parse(issued.field("expires_at"))))
                .isBetween(Duration.ofMinutes(29), Duration.ofMinutes(30));
        assertThat(tenant.http().get("/api/auth/me").status()).isEqualTo(200);

        assertThat(reset(issued.field("token"), NEW).status()).isEqualTo(204);
        assertThat(tenant.http().get("/api/auth/me").status()).isEqualTo(401);
        assertThat(world.session(tenant.email()).status()).isEqualTo(401);
        assertThat(anybody.post(
                                "/api/auth/login",
                                "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(tenant.email(), NEW))
                        .status())
                .isEqualTo(200);
        var again = reset(issued.field("token"), "one more new password");
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.field("code")).isEqualTo("reset_token_invalid");

        await().atMost(20, SECONDS)
                .untilAsserted(() -> assertThat(world.in(Topic.AUDIT_ACCESS, AccessEvent.class))
                        .filteredOn(event -> event.head().requestId().equals(request)
                                && event.userId().equals(new UserId(tenant.id())))
                        .extracting(Object::getClass)
                        .containsSubsequence(PasswordResetIssued.class, PasswordReset.class));
    }

    @Test
    void ofManyWhoUseATokenAtOnceOneDoes() throws Exception {
        var token = issue().field("token");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var uses = IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(
                            i -> () -> reset(token, "new password number " + i).status())
                    .toList();
            assertThat(threads.invokeAll(uses))
                    .extracting(Future::resultNow)
                    .containsOnlyOnce(204)
                    .containsOnly(204, 422);
        }
    }

    @Test
    void aTokenEndsWithTheNextAndAfterHalfAnHour() throws SQLException {
        var first = issue().field("token");
        var second = issue().field("token");
        assertThat(reset(first, NEW).field("code")).isEqualTo("reset_token_invalid");
        run("UPDATE identity.password_resets SET expires_at = now() - interval '1 second' WHERE user_id = "
                + tenant.id());
        assertThat(reset(second, NEW).field("code")).isEqualTo("reset_token_invalid");
        assertThat(world.session(tenant.email()).status()).isEqualTo(200);
    }

    @Test
    void aTokenIsKeptAsAHash() throws SQLException {
        var token = issue().field("token");
        try (var connection = world.database.connect();
                var rows = connection
                        .createStatement()
                        .executeQuery("SELECT * FROM identity.password_resets" + " WHERE encode(hash, 'escape') LIKE '%"
                                + token + "%'")) {
            assertThat(rows.next()).isFalse();
        }
    }

    @Test
    void aPasswordThatIsNotGoodEnoughLeavesTheTokenGood() {
        var token = issue().field("token");
        assertThat(reset(token, "short").field("errors.0.field")).isEqualTo("new_password");
        assertThat(reset(token, NEW).status()).isEqualTo(204);
    }

    @Test
    void aSuspendedAccountStaysSuspendedAndADeletedOneHasNoToken() {
        var token = issue().field("token");
        superadmin.patch("/api/admin/users/" + tenant.id(), "{\"status\":\"suspended\"}");
        assertThat(reset(token, World.PASSWORD).status()).isEqualTo(204);
        assertThat(world.session(tenant.email()).field("code")).isEqualTo("account_suspended");
        var last = issue().field("token");
        superadmin.delete("/api/admin/users/" + tenant.id());
        assertThat(reset(last, NEW).field("code")).isEqualTo("reset_token_invalid");
        assertThat(issue().status()).isEqualTo(404);
    }

    private Answer issue() {
        return superadmin.post("/api/admin/users/" + tenant.id() + "/password-reset", "");
    }

    private Answer reset(String token, String password) {
        return anybody.post(
                "/api/auth/password/reset", "{\"token\":\"%s\",\"new_password\":\"%s\"}".formatted(token, password));
    }

    private void run(String sql) throws SQLException {
        try (var connection = world.database.connect()) {
            connection.createStatement().execute(sql);
        }
    }
}
