package io.botyard.worker;

import static io.botyard.worker.WorkerRig.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.UserId;
import io.botyard.contract.event.BotRateLimitsChanged;
import io.botyard.sandbox.ledger.Call;
import io.botyard.worker.fleet.Fleet;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;

/** Rule 4: calls whose moments pass while they wait for their bot's other requests to be sent do not leave together then. */
@ExtendWith(SharedWorker.class)
class MissedMomentTest {

    private static final long USER = 9_501;
    private static final int CALLS = 8;
    private static final Duration STANDSTILL = Duration.ofMillis(2_500);

    @Test
    void rule4CallsThatCouldNotLeaveInTimeTakeAnotherMoment(WorkerRig rig, ConfigurableApplicationContext worker)
            throws InterruptedException {
        var row = rig.verified(USER);
        rig.ask(rig.commands.changeRateLimits(USER, row, "2", 10), BotRateLimitsChanged.class);
        var begun = new CountDownLatch(1);
        var over = new CountDownLatch(1);
        Runnable holds = () -> {
            begun.countDown();
            uninterruptibly(over);
        };
        var fleet = worker.getBean(Fleet.class);
        fleet.enter(new UserId(USER), holds);
        IntStream.range(0, CALLS)
                .forEach(i -> rig.send(rig.commands.sendMessage(USER, row, "" + (40 + i), "message " + i)));
        patiently().until(() -> rig.sent(USER).size() >= 3);
        // Whoever is told of the change must not wait, and what does holds back what is to be sent.
        rig.send(rig.commands.changeRateLimits(USER, row, null, 9));
        begun.await();
        var held = rig.sent(USER).size();
        patiently().pollDelay(STANDSTILL).until(() -> true);
        assertThat(rig.sent(USER)).as("nothing left meanwhile").hasSize(held);
        over.countDown();
        fleet.exit(new UserId(USER), holds);
        patiently().until(() -> rig.sent(USER).size() == CALLS);
        var moments = rig.sent(USER).stream().map(Call::at).toList();
        // At two a second, of which two may go at once: four of them take a second, and the way is not always as long.
        assertThat(Duration.between(moments.get(CALLS - 5), moments.get(CALLS - 1)))
                .as("the last five of %s", moments)
                .isGreaterThan(Duration.ofMillis(900));
    }

    private static void uninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
