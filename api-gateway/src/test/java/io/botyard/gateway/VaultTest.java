package io.botyard.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.contract.command.RegisterBot;
import io.botyard.contract.wire.Topic;
import io.botyard.gateway.testing.Answer;
import io.botyard.gateway.testing.Lines;
import io.botyard.gateway.testing.World;
import io.botyard.standin.Fault;
import io.botyard.standin.PreparedVault;
import io.botyard.testkit.TestBroker;
import io.botyard.testkit.Tokens;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With Vault a gateway seals by its policy, and says when Vault is away. */
class VaultTest {

    @Test
    void aTokenThatCannotBeSealedNowIsNotTaken(@TempDir Path directory) {
        var broker = TestBroker.fresh();
        try (var prepared = PreparedVault.in(directory)) {
            var vault = prepared.server();
            var settings = Map.<String, Object>of(
                    "botyard.secret.vault.addresses",
                    vault.address(),
                    "botyard.secret.vault.token-file",
                    prepared.tokenOf("gateway"),
                    "botyard.secret.vault.timeout",
                    "20s",
                    "botyard.secret.local.keyset",
                    "");
            try (var world = new World(broker, settings)) {
                world.worker.plays(command -> List.of(Lines.registered((RegisterBot) command)));
                var tenant = world.tenant();
                vault.has(Fault.SEALED);
                var refused = create(tenant);
                assertThat(refused.status()).isEqualTo(503);
                assertThat(refused.field("code")).isEqualTo("part_away");
                assertThat(refused.header("Retry-After")).isNotEmpty();
                assertThat(readiness(world)).isEqualTo("DEGRADED");

                vault.has(Fault.NONE);
                // A login that failed is not tried again at once.
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> create(tenant).status() == 201);
                assertThat(world.in(Topic.BOT_COMMANDS, RegisterBot.class))
                        .filteredOn(command -> command.userId().value() == tenant.id())
                        .singleElement()
                        .satisfies(
                                command -> assertThat(command.token().value()).startsWith("vault:v1:"));
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> readiness(world).equals("UP"));
            }
        } finally {
            broker.stop();
        }
    }

    private static String readiness(World world) {
        return world.gateway.management().get("/actuator/health/readiness").field("status");
    }

    private static Answer create(World.Tenant tenant) {
        return tenant.http()
                .post(
                        "/api/user-bot/create",
                        "{\"bot_token\":\"%s\"}".formatted(Tokens.of(4_711).value()));
    }
}
