package io.botyard.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.contract.event.BotRegistered;
import io.botyard.contract.event.BotRemoved;
import io.botyard.testkit.Tokens;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.Lifecycle;

/** Commands of a user keep their order also where a worker that hands their partition over is in the middle of one. */
@Tag("faults")
class CutShortTest {

    private static final Duration SILENCE = Duration.ofSeconds(1);

    @Test
    void whatCameBehindACommandThatWasCutShortIsTheNextOwners(@TempDir Path directory) {
        try (var rig = new WorkerRig(directory)) {
            var cut = new Cut();
            var token = Tokens.of(5_001);
            var register = rig.commands.registerBot(1, token.botId().value(), rig.sealed(1, token));
            var remove = rig.commands.removeBot(1);
            try (var first = rig.startWorker(cut)) {
                var _ = rig.register(1, token);
                cut.armed = true;
                rig.send(remove);
                rig.send(register);
                Cut.pass(cut.begun);
                first.getBean("intake", Lifecycle.class).stop();
                cut.goOn.countDown();
                await().during(SILENCE)
                        .atMost(WorkerRig.PATIENCE)
                        .untilAsserted(() -> assertThat(rig.events())
                                .as("the first registration")
                                .hasSize(1));
            }
            try (var _ = rig.startWorker()) {
                assertThat(rig.eventOf(remove.commandId())).isInstanceOf(BotRemoved.class);
                assertThat(rig.eventOf(register.commandId())).isInstanceOf(BotRegistered.class);
            }
        }
    }

    /** The connection of the first transaction of a control command is lost, when it is told. */
    private static final class Cut implements WatchedDatabase.Watcher {

        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);
        private volatile boolean armed;

        @Override
        public void before(String sql) throws SQLException {
            if (armed && Thread.currentThread().getName().startsWith("control-") && begun.getCount() > 0) {
                begun.countDown();
                pass(goOn);
                throw new SQLException("connection lost", "08006");
            }
        }

        private static void pass(CountDownLatch latch) {
            try {
                assertThat(latch.await(WorkerRig.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                        .isTrue();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stop);
            }
        }
    }
}
