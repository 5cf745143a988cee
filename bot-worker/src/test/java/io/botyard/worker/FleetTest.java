package io.botyard.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.BotStatus;
import io.botyard.contract.UserId;
import io.botyard.worker.fleet.Fleet;
import io.botyard.worker.store.Tenants;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;

/** What is in memory is never older than what is committed. */
@ExtendWith(SharedWorker.class)
class FleetTest {

    private final WorkerRig rig;
    private final ConfigurableApplicationContext worker;
    private final Fleet fleet;

    FleetTest(WorkerRig rig, ConfigurableApplicationContext worker) {
        this.rig = rig;
        this.worker = worker;
        fleet = worker.getBean(Fleet.class);
    }

    @Test
    void aChangeThatArrivesLateChangesNothing() {
        rig.verified(6_001);
        var before = worker.getBean(Tenants.class).of(new UserId(6_001));
        rig.ask(rig.commands.suspendBot(6_001));
        assertThat(inMemory(6_001)).isEqualTo(BotStatus.SUSPENDED);
        fleet.changed(before);
        assertThat(inMemory(6_001)).isEqualTo(BotStatus.SUSPENDED);
        rig.ask(rig.commands.removeBot(6_001));
        fleet.changed(before);
        assertThat(fleet.of(new UserId(6_001))).isEmpty();
    }

    @Test
    void aLoadThatAChangeOvertakesIsNotBelieved() throws Exception {
        rig.verified(6_002);
        var goesOn = new AtomicBoolean(true);
        var loader = Thread.ofVirtual().start(() -> {
            while (goesOn.get()) {
                fleet.leave(new UserId(6_002)::equals);
                fleet.of(new UserId(6_002));
            }
        });
        for (var round = 0; round < 10; round++) {
            rig.ask(rig.commands.suspendBot(6_002));
            assertThat(inMemory(6_002)).isEqualTo(BotStatus.SUSPENDED);
            rig.ask(rig.commands.activateBot(6_002));
            assertThat(inMemory(6_002)).isEqualTo(BotStatus.ACTIVE);
        }
        goesOn.set(false);
        loader.join();
    }

    @Test
    void aRemovedBotIsNotInMemoryAnyLonger() {
        rig.verified(6_003);
        var seen = fleet.of(new UserId(6_003)).orElseThrow();
        assertThat(fleet.holds(seen)).isTrue();
        rig.ask(rig.commands.removeBot(6_003));
        assertThat(fleet.holds(seen)).isFalse();
        assertThat(fleet.of(new UserId(6_003))).isEmpty();
    }

    private BotStatus inMemory(long user) {
        return fleet.of(new UserId(user)).orElseThrow().bot().state().status();
    }
}
