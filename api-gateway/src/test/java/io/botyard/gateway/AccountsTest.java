package io.botyard.gateway;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.contract.UserId;
import io.botyard.contract.event.AccessEvent;
import io.botyard.contract.event.LoginFailed;
import io.botyard.contract.event.UserLoggedIn;
import io.botyard.contract.event.UserRegistered;
import io.botyard.contract.wire.Topic;
import io.botyard.gateway.testing.Answer;
import io.botyard.gateway.testing.Client;
import io.botyard.gateway.testing.SharesWorld;
import io.botyard.gateway.testing.World;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@SharesWorld
class AccountsTest {

    private final World world = World.shared();
    private final Client anybody = world.gateway.client();

    @Test
    void whoRegistersCanLogInAndSeesTheirAccount() {
        var registered = register("alice@example.org", "alice");
        assertThat(registered.status()).isEqualTo(201);
        assertThat(registered.field("user.role")).isEqualTo("user");

        var login = logIn("Alice@Example.org", World.PASSWORD);
        assertThat(login.status()).isEqualTo(200);
        assertThat(login.field("token_type")).isEqualTo("Bearer");
        assertThat(login.field("expires_in")).isEqualTo("600");
        assertThat(login.json().has("refresh_token")).isTrue();
        assertThat(login.header("Cache-Control")).contains("no-store");

        var me = anybody.bearing(login.field("access_token")).get("/api/auth/me");
        assertThat(me.status()).isEqualTo(200);
        assertThat(me.json()).isEqualTo(registered.json().get("user"));
        assertThat(me.field("status")).isEqualTo("active");
    }

    @Test
    void emailsAndUsernamesAreTakenWithoutRegardToCase() {
        assertThat(register("bob@example.org", "bob").status()).isEqualTo(201);
        assertThat(register("BOB@example.org", "robert").field("code")).isEqualTo("email_taken");
        assertThat(register("robert@example.org", "Bob").field("code")).isEqualTo("username_taken");
    }

    @Test
    void ofConcurrentRegistrationsOfOneEmailExactlyOneSucceeds() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var attempts = IntStream.range(0, 20)
                    .<Callable<Integer>>mapToObj(number -> () ->
                            register("crowd@example.org", "crowd" + number).status())
                    .toList();
            assertThat(threads.invokeAll(attempts))
                    .extracting(Future::resultNow)
                    .containsOnlyOnce(201)
                    .containsOnly(201, 409);
        }
    }

    @Test
    void aWrongPasswordAndAnUnknownUserAreToldInTheSameWords() {
        register("carol@example.org", "carol");
        var wrong = logIn("carol@example.org", "not this password");
        var unknown = logIn("nobody@example.org", "not this password");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.field("detail")).isEqualTo(wrong.field("detail"));
        assertThat(unknown.field("code")).isEqualTo(wrong.field("code")).isEqualTo("wrong_credentials");
    }

    @Test
    void everyComingInIsInTheTrailAndNoAddressIs() {
        var dora = Long.parseLong(register("dora@example.org", "dora").field("user.id"));
        logIn("dora@example.org", "not this password");
        logIn("dora@example.org", World.PASSWORD);
        await().atMost(20, SECONDS)
                .untilAsserted(() -> assertThat(world.in(Topic.AUDIT_ACCESS, AccessEvent.class))
                        .filteredOn(event -> event.userId().equals(new UserId(dora)))
                        .extracting(Object::getClass)
                        .containsExactly(UserRegistered.class, LoginFailed.class, UserLoggedIn.class));
        assertThat(world.in(Topic.AUDIT_ACCESS, AccessEvent.class))
                .noneMatch(event -> event.toString().toLowerCase(Locale.ROOT).contains("dora@"));
    }

    @Test
    void anAccessTokenOfSomebodyElseOrForAnotherServiceOpensNothing() {
        assertThat(anybody.get("/api/auth/me").status()).isEqualTo(401);
        assertThat(anybody.get("/api/auth/me").header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(anybody.bearing("nonsense").get("/api/auth/me").status()).isEqualTo(401);
        var keys = anybody.get("/.well-known/jwks.json");
        assertThat(keys.status()).isEqualTo(200);
        assertThat(keys.field("keys.0.crv")).isEqualTo("P-256");
        assertThat(keys.text()).doesNotContain("\"d\"");
    }

    @Test
    void anOldTokenKeepsNobodyFromLoggingIn() {
        register("erin@example.org", "erin");
        var answer = anybody.bearing("an.old.token").post("/api/auth/login", body("erin@example.org", World.PASSWORD));
        assertThat(answer.status()).isEqualTo(200);
    }

    private Answer register(String email, String username) {
        return anybody.post(
                "/api/auth/register",
                "{\"email\":\"%s\",\"username\":\"%s\",\"password\":\"%s\"}"
                        .formatted(email, username, World.PASSWORD));
    }

    private Answer logIn(String email, String password) {
        return anybody.post("/api/auth/login", body(email, password));
    }

    private static String body(String email, String password) {
        return "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password);
    }
}
