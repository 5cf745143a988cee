package io.botyard.worker;

import static io.botyard.worker.WorkerRig.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import io.botyard.contract.event.CallSucceeded;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.context.ConfigurableApplicationContext;

/** A worker that has stopped reading for good says so to whoever can start another. */
class DeadIntakeTest {

    @Test
    void aWorkerWhoseIntakeDiedIsNotLiveAndItsPartitionsAreTakenOver(@TempDir Path directory) {
        var broken = new AtomicBoolean();
        try (var rig = new WorkerRig(directory);
                var worker = rig.startWorker(parts -> parts.registerBean(
                        "breaking", Ticker.class, () -> breakingTheIntake(broken), bean -> bean.setPrimary(true)))) {
            var row = rig.verified(1);
            assertThat(liveness(worker)).isEqualTo("UP");
            broken.set(true);
            patiently().until(() -> liveness(worker).equals("DOWN"));
            try (var other = rig.startWorker()) {
                var call = rig.commands.sendMessage(1, row, "42", "hello");
                rig.send(call);
                assertThat(rig.outcomeOf(call.commandId())).isInstanceOf(CallSucceeded.class);
                assertThat(liveness(other)).isEqualTo("UP");
            }
        }
    }

    private static Ticker breakingTheIntake(AtomicBoolean broken) {
        var real = Ticker.systemTicker();
        return () -> {
            if (broken.get() && Thread.currentThread().getName().equals("intake")) {
                throw new IllegalStateException("a fault in the loop");
            }
            return real.read();
        };
    }

    private static String liveness(ConfigurableApplicationContext worker) {
        var health = worker.getBean(HealthEndpoint.class).healthForPath("liveness");
        return health == null ? "not there" : health.getStatus().getCode();
    }
}
