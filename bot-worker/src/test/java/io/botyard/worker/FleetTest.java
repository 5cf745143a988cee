package io.botyard.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.BotStatus;
import io.botyard.contract.UserId;
import io.botyard.worker.fleet.Fleet;
import io.botyard.worker.store.Tenants;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** What is in memory is never older than what is committed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FleetTest {

    private WorkerRig rig;
    private ConfigurableApplicationContext worker;
    private Fleet fleet;

    @BeforeAll
    void start(@TempDir Path directory) {
        rig = new WorkerRig(directory);
        worker = rig.startWorker();
        fleet = worker.getBean(Fleet.class);
    }

    @AfterAll
    void stop() {
        worker.close();
        rig.close();
    }

    @Test
    void aChangeThatArrivesLateChangesNothing() {
        rig.verified(1);
        var before = worker.getBean(Tenants.class).of(new UserId(1));
        rig.ask(rig.commands.suspendBot(1));
        assertThat(inMemory(1)).isEqualTo(BotStatus.SUSPENDED);
        fleet.changed(before);
        assertThat(inMemory(1)).isEqualTo(BotStatus.SUSPENDED);
        rig.ask(rig.commands.removeBot(1));
        fleet.changed(before);
        assertThat(fleet.of(new UserId(1))).isEmpty();
    }

    @Test
    void aLoadThatAChangeOvertakesIsNotBelieved() throws Exception {
        rig.verified(2);
        var goesOn = new AtomicBoolean(true);
        var loader = Thread.ofVirtual().start(() -> {
            while (goesOn.get()) {
                fleet.leave(new UserId(2)::equals);
                fleet.of(new UserId(2));
            }
        });
        for (var round = 0; round < 10; round++) {
            rig.ask(rig.commands.suspendBot(2));
            assertThat(inMemory(2)).isEqualTo(BotStatus.SUSPENDED);
            rig.ask(rig.commands.activateBot(2));
            assertThat(inMemory(2)).isEqualTo(BotStatus.ACTIVE);
        }
        goesOn.set(false);
        loader.join();
    }

    @Test
    void aRemovedBotIsNotInMemoryAnyLonger() {
        rig.verified(3);
        var seen = fleet.of(new UserId(3)).orElseThrow();
        assertThat(fleet.holds(seen)).isTrue();
        rig.ask(rig.commands.removeBot(3));
        assertThat(fleet.holds(seen)).isFalse();
        assertThat(fleet.of(new UserId(3))).isEmpty();
    }

    private BotStatus inMemory(long user) {
        return fleet.of(new UserId(user)).orElseThrow().bot().state().status();
    }
}
