package io.botyard.gateway;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.SignedJWT;
import io.botyard.gateway.testing.AdjustableClock;
import io.botyard.gateway.testing.Client;
import io.botyard.gateway.testing.Replaced;
import io.botyard.gateway.testing.World;
import io.botyard.testkit.TestBroker;
import io.botyard.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An operator touches a file, and the keys that sign change under running gateways. */
@Tag("faults")
class KeyRotationTest {

    private static final String ME = "/api/auth/me";

    private final AdjustableClock clock = new AdjustableClock();
    private final Replaced replaced = Replaced.nothing().clock(clock);

    @Test
    void runningGatewaysTurnToANewKeyAndLetTheOldOneGo() throws Exception {
        var world = new World(TestBroker.shared(), TestDatabase.fresh(), Map.of(), replaced);
        var one = world.gateway;
        try (world;
                var two = world.start(Map.of(), replaced)) {
            var email = world.tenant().email();
            var old = signedBy(world.token(email));
            var directory = world.keys.resolve("gateway");
            Files.createFile(directory.resolve("rotate"));
            for (var gateway : List.of(one.client(), two.client())) {
                await().atMost(30, SECONDS).until(() -> published(gateway).size() == 2);
            }
            assertThat(directory.resolve("rotate")).doesNotExist();
            var login = world.session(email);
            assertThat(signedBy(login.field("access_token"))).isEqualTo(old);

            clock.pass(Duration.ofMinutes(5));
            var next = world.token(email);
            assertThat(signedBy(next)).isNotEqualTo(old).isIn(published(two.client()));
            assertThat(two.client().bearing(next).get(ME).status()).isEqualTo(200);
            assertThat(two.client().bearing(login.field("access_token")).get(ME).status())
                    .isEqualTo(200);

            clock.pass(Duration.ofMinutes(12));
            for (var gateway : List.of(one.client(), two.client())) {
                assertThat(published(gateway)).doesNotContain(old).hasSize(1);
            }
        }
    }

    @Test
    void aLeakedKeyWhoseFileIsTakenAwayOpensNothingAnyMore() throws Exception {
        var world = new World(TestBroker.shared(), TestDatabase.fresh(), Map.of(), replaced);
        try (world) {
            var tenant = world.tenant();
            assertThat(tenant.http().get(ME).status()).isEqualTo(200);
            Files.delete(world.keys.resolve("gateway").resolve("signing-keys.json"));
            await().atMost(30, SECONDS).until(() -> tenant.http().get(ME).status() == 401);
            await().atMost(30, SECONDS)
                    .until(() -> world.logIn(tenant.email()).get(ME).status() == 200);
        }
    }

    @Test
    void aFileThatCannotBeReadChangesNothing() throws IOException {
        var world = new World(TestBroker.shared(), TestDatabase.fresh(), Map.of(), replaced);
        try (world) {
            var tenant = world.tenant();
            var directory = world.keys.resolve("gateway");
            Files.writeString(directory.resolve("signing-broken.json"), "{");
            Files.createFile(directory.resolve("rotate"));
            await().atMost(30, SECONDS).until(() -> Files.notExists(directory.resolve("rotate")));
            assertThat(tenant.http().get(ME).status()).isEqualTo(200);
            Files.delete(directory.resolve("signing-broken.json"));
            await().atMost(30, SECONDS)
                    .until(() -> published(world.gateway.client()).size() == 2);
        }
    }

    private static String signedBy(String token) throws ParseException {
        return SignedJWT.parse(token).getHeader().getKeyID();
    }

    private static List<String> published(Client gateway) {
        return gateway.get("/.well-known/jwks.json")
                .json()
                .path("keys")
                .valueStream()
                .map(key -> key.path("kid"))
                .map(JsonNode::asString)
                .toList();
    }
}
