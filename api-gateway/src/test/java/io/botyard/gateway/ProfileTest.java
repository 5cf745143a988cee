package io.botyard.gateway;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.contract.UserId;
import io.botyard.contract.event.AccessEvent;
import io.botyard.contract.event.LoginFailed;
import io.botyard.contract.event.PasswordChanged;
import io.botyard.contract.event.ProfileChanged;
import io.botyard.contract.wire.Topic;
import io.botyard.gateway.testing.SharesWorld;
import io.botyard.gateway.testing.World;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

@SharesWorld
class ProfileTest {

    private static final String ME = "/api/auth/me";
    private static final String NEW_PASSWORD = "staple battery correct";

    private final World world = World.shared();

    @Test
    void aUserChangesWhatTheyAreCalledAndTheTrailLearnsWhichFieldsAlone() {
        var tenant = world.tenant();
        var email = "new-" + tenant.email();
        var changed = tenant.http().patch(ME, "{\"email\":\"" + email + "\"}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.field("email")).isEqualTo(email);
        assertThat(tenant.http().get(ME).json()).isEqualTo(changed.json());
        assertThat(world.session(email).status()).isEqualTo(200);
        assertThat(world.session(tenant.email()).status()).isEqualTo(401);

        assertThat(tenant.http().patch(ME, "{}").status()).isEqualTo(200);
        assertThat(tenant.http().patch(ME, "{\"email\":\"" + email + "\"}").status())
                .isEqualTo(200);
        await().atMost(20, SECONDS)
                .untilAsserted(() -> assertThat(world.in(Topic.AUDIT_ACCESS, ProfileChanged.class))
                        .filteredOn(event -> event.userId().equals(new UserId(tenant.id())))
                        .singleElement()
                        .satisfies(event -> assertThat(event.fields()).containsExactly("email")));
    }

    @Test
    void theRulesAreThoseOfRegistration() {
        var tenant = world.tenant();
        var other = world.tenant();
        var name = other.http().get(ME).field("username").toUpperCase(Locale.ROOT);
        assertThat(tenant.http()
                        .patch(ME, "{\"email\":\"" + other.email() + "\"}")
                        .field("code"))
                .isEqualTo("email_taken");
        assertThat(tenant.http().patch(ME, "{\"username\":\"" + name + "\"}").field("code"))
                .isEqualTo("username_taken");
        for (var wrong : new String[] {
            "{\"username\":\"admin\"}", "{\"username\":\"a b\"}", "{\"email\":\"x\"}", "{\"role\":\"admin\"}"
        }) {
            assertThat(tenant.http().patch(ME, wrong).status()).as(wrong).isEqualTo(422);
        }
        var own = tenant.http().get(ME).field("username").toUpperCase(Locale.ROOT);
        assertThat(tenant.http().patch(ME, "{\"username\":\"" + own + "\"}").field("username"))
                .isEqualTo(own);
    }

    @Test
    void aNewPasswordEndsTheOtherSessionsAndNotThisOne() {
        var tenant = world.tenant();
        var other = world.session(tenant.email());
        var change = "{\"current_password\":\"%s\",\"new_password\":\"%s\"}".formatted(World.PASSWORD, NEW_PASSWORD);
        assertThat(tenant.http().post("/api/auth/password", change).status()).isEqualTo(204);
        assertThat(tenant.http().get(ME).status()).isEqualTo(200);
        assertThat(world.gateway
                        .client()
                        .bearing(other.field("access_token"))
                        .get(ME)
                        .status())
                .isEqualTo(401);
        assertThat(world.gateway
                        .client()
                        .post("/api/auth/refresh", "{\"refresh_token\":\"" + other.field("refresh_token") + "\"}")
                        .status())
                .isEqualTo(401);
        assertThat(world.session(tenant.email()).status()).isEqualTo(401);
        assertThat(world.gateway
                        .client()
                        .post(
                                "/api/auth/login",
                                "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(tenant.email(), NEW_PASSWORD))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whoDoesNotKnowTheOldPasswordChoosesNoNewOne() {
        var tenant = world.tenant();
        var wrong = tenant.http()
                .post(
                        "/api/auth/password",
                        "{\"current_password\":\"not this one\",\"new_password\":\"" + NEW_PASSWORD + "\"}");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.field("errors.0.field")).isEqualTo("current_password");
        var tooShort = tenant.http()
                .post(
                        "/api/auth/password",
                        "{\"current_password\":\"" + World.PASSWORD + "\",\"new_password\":\"short\"}");
        assertThat(tooShort.field("errors.0.field")).isEqualTo("new_password");
        assertThat(world.session(tenant.email()).status()).isEqualTo(200);
        await().atMost(20, SECONDS)
                .untilAsserted(() -> assertThat(world.in(Topic.AUDIT_ACCESS, AccessEvent.class))
                        .filteredOn(event -> event.userId().equals(new UserId(tenant.id())))
                        .filteredOn(event -> event instanceof LoginFailed || event instanceof PasswordChanged)
                        .extracting(Object::getClass)
                        .containsExactly(LoginFailed.class));
    }

    @Test
    void anOperatorCanKeepRegistrationToThemselves() {
        try (var gateway = world.start(Map.of("botyard.gateway.registration.open", false))) {
            var answer = gateway.client()
                    .post(
                            "/api/auth/register",
                            "{\"email\":\"late@example.org\",\"username\":\"late\",\"password\":\"" + NEW_PASSWORD
                                    + "\"}");
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.field("code")).isEqualTo("registration_closed");
        }
    }
}
