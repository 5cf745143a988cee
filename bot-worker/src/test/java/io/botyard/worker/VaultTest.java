package io.botyard.worker;

import static io.botyard.worker.WorkerRig.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.command.CallMethod;
import io.botyard.contract.event.CallParked;
import io.botyard.contract.event.CallRefused;
import io.botyard.contract.event.CallSucceeded;
import io.botyard.standin.Fault;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.context.ConfigurableApplicationContext;

/** A worker with Vault opens what a gateway sealed there, each with the policy that is its own. */
class VaultTest {

    @Test
    void whileVaultIsSealedBotsInMemoryGoOnAndTheOthersCallsAreParked(@TempDir Path directory) {
        try (var vault = WorkersVault.in(directory);
                var rig = new WorkerRig(directory)) {
            var arguments = vault.arguments("worker");
            var gateway = vault.sealer("gateway");
            long resident;
            long cold;
            long suspended;
            try (var _ = rig.startWorker(arguments)) {
                resident = vault.verified(rig, gateway, 1);
                cold = vault.verified(rig, gateway, 2);
                suspended = vault.verified(rig, gateway, 3);
                rig.ask(rig.commands.suspendBot(3));
            }
            try (var worker = rig.startWorker(arguments)) {
                succeeds(rig, sent(rig, 1, resident));
                var closed = Sealing.by(gateway, 1, rig.commands.sendMessage(1, resident, "43", "hello"));
                vault.server().has(Fault.SEALED);
                succeeds(rig, sent(rig, 1, resident));
                var stopped = sent(rig, 3, suspended);
                assertThat(rig.outcomeOf(stopped.commandId()))
                        .as("what a bot may do is known without its token")
                        .isInstanceOf(CallRefused.class);
                assertThat(rig.said(CallParked.class)).isEmpty();
                var waits = sent(rig, 2, cold);
                rig.send(closed);
                awaitParked(rig, waits);
                awaitParked(rig, closed);
                assertThat(readiness(worker)).isEqualTo("DEGRADED");
                vault.server().has(Fault.NONE);
                succeeds(rig, waits);
                succeeds(rig, closed);
                patiently().until(() -> readiness(worker).equals("UP"));
            }
        }
    }

    private static void awaitParked(WorkerRig rig, CallMethod call) {
        patiently()
                .until(() -> rig.said(CallParked.class).stream()
                        .anyMatch(parked -> parked.head().commandId().equals(call.commandId())));
    }

    private static String readiness(ConfigurableApplicationContext worker) {
        var health = worker.getBean(HealthEndpoint.class).healthForPath("readiness");
        return health == null ? "not there" : health.getStatus().getCode();
    }

    private static CallMethod sent(WorkerRig rig, long user, long row) {
        var call = rig.commands.sendMessage(user, row, "42", "hello");
        rig.send(call);
        return call;
    }

    private static void succeeds(WorkerRig rig, CallMethod call) {
        assertThat(rig.outcomeOf(call.commandId())).isInstanceOf(CallSucceeded.class);
    }
}
