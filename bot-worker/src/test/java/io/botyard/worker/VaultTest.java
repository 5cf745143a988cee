package io.botyard.worker;

import static io.botyard.worker.WorkerRig.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.UserId;
import io.botyard.contract.command.CallMethod;
import io.botyard.contract.event.BotRegistered;
import io.botyard.contract.event.CallParked;
import io.botyard.contract.event.CallRefused;
import io.botyard.contract.event.CallSucceeded;
import io.botyard.secret.vault.VaultLogin;
import io.botyard.secret.vault.VaultSettings;
import io.botyard.secret.vault.VaultTokenCipher;
import io.botyard.standin.Fault;
import io.botyard.standin.VaultStandIn;
import io.botyard.testkit.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.context.ConfigurableApplicationContext;

/** A worker with Vault opens what a gateway sealed there, each with the policy that is its own. */
class VaultTest {

    private static final String KEY = "botyard-tokens";

    @TempDir
    private Path directory;

    @Test
    void whileVaultIsSealedBotsInMemoryGoOnAndTheOthersCallsAreParked() throws IOException {
        try (var vault = VaultStandIn.start();
                var rig = new WorkerRig(directory);
                var gateway = VaultTokenCipher.of(
                        new VaultSettings(List.of(vault.address()), null, "transit", KEY, null, Duration.ofSeconds(20)),
                        new VaultLogin.Token(tokenOf(vault, "gateway")),
                        Clock.systemUTC())) {
            vault.createKey(KEY);
            long resident;
            long cold;
            long suspended;
            try (var _ = start(rig, vault)) {
                resident = verified(rig, gateway, 1);
                cold = verified(rig, gateway, 2);
                suspended = verified(rig, gateway, 3);
                rig.ask(rig.commands.suspendBot(3));
            }
            try (var worker = start(rig, vault)) {
                succeeds(rig, sent(rig, 1, resident));
                vault.has(Fault.SEALED);
                succeeds(rig, sent(rig, 1, resident));
                var stopped = sent(rig, 3, suspended);
                assertThat(rig.outcomeOf(stopped.commandId()))
                        .as("what a bot may do is known without its token")
                        .isInstanceOf(CallRefused.class);
                assertThat(rig.said(CallParked.class)).isEmpty();
                var waits = sent(rig, 2, cold);
                patiently()
                        .until(() -> rig.said(CallParked.class).stream()
                                .anyMatch(parked -> parked.head().commandId().equals(waits.commandId())));
                assertThat(readiness(worker)).isEqualTo("DEGRADED");
                vault.has(Fault.NONE);
                succeeds(rig, waits);
                patiently().until(() -> readiness(worker).equals("UP"));
            }
        }
    }

    private static String readiness(ConfigurableApplicationContext worker) {
        var health = worker.getBean(HealthEndpoint.class).healthForPath("readiness");
        return health == null ? "not there" : health.getStatus().getCode();
    }

    private ConfigurableApplicationContext start(WorkerRig rig, VaultStandIn vault) throws IOException {
        return rig.startWorker(
                "--botyard.secret.vault.addresses=" + vault.address(),
                "--botyard.secret.vault.token-file=" + tokenOf(vault, "worker"));
    }

    private static long verified(WorkerRig rig, VaultTokenCipher gateway, long user) {
        var token = Tokens.of(5_000 + user);
        var sealed = gateway.encrypt(new UserId(user), token.secret());
        var row = rig.ask(rig.commands.registerBot(user, token.botId().value(), sealed), BotRegistered.class)
                .id()
                .value();
        rig.ask(rig.commands.verifyBot(user, row));
        return row;
    }

    private static CallMethod sent(WorkerRig rig, long user, long row) {
        var call = rig.commands.sendMessage(user, row, "42", "hello");
        rig.send(call);
        return call;
    }

    private static void succeeds(WorkerRig rig, CallMethod call) {
        assertThat(rig.outcomeOf(call.commandId())).isInstanceOf(CallSucceeded.class);
    }

    private Path tokenOf(VaultStandIn vault, String service) throws IOException {
        vault.policy(service, Files.readString(Path.of("../infra/vault", service + ".hcl")));
        return Files.writeString(directory.resolve("token-of-" + service), vault.token(service, Duration.ofDays(1)));
    }
}
