package io.botyard.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.contract.command.CallMethod;
import io.botyard.contract.event.BotBacklogFilled;
import io.botyard.contract.event.CallOutcome;
import io.botyard.contract.event.CallRefused;
import io.botyard.contract.event.CallSucceeded;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user who sends 30 a second into one chat for ten minutes never has more waiting than may. */
@Tag("endurance")
class FloodTest {

    private static final int MOST_PARKED = 10_000;
    private static final int MOST_IN_MEMORY = 256;
    private static final int PER_SECOND = 30;
    private static final Duration LENGTH = Duration.ofMinutes(10);

    @Test
    void whoFloodsAChatWaitsWithinTheBoundsAndLeavesOthersAlone(@TempDir Path directory) throws Exception {
        try (var rig = new WorkerRig(directory);
                var worker = rig.startWorker("--botyard.worker.pace.kept=true")) {
            assertThat(worker.isActive()).isTrue();
            var row = rig.verified(1);
            var other = rig.verified(2);
            var sent = new ArrayList<CallMethod>();
            var most = flood(rig, row, other, sent);
            assertThat(most).isLessThanOrEqualTo(MOST_PARKED);

            await().atMost(Duration.ofMinutes(1)).until(() -> open(rig, sent) <= MOST_PARKED + MOST_IN_MEMORY);
            var outcomes = of(rig, 1);
            assertThat(outcomes).allMatch(end -> end instanceof CallSucceeded || end instanceof CallRefused);
            assertThat(outcomes).filteredOn(CallRefused.class::isInstance).isNotEmpty();
            assertThat(rig.events())
                    .filteredOn(BotBacklogFilled.class::isInstance)
                    .isNotEmpty();
            assertThat(of(rig, 2)).hasSize((int) LENGTH.toSeconds()).allMatch(CallSucceeded.class::isInstance);
            assertThat(rig.sent(1))
                    .extracting(call -> Integer.valueOf(call.text("text")))
                    .isSorted();
        }
    }

    /** Returns the most that was parked at any time. */
    private static long flood(WorkerRig rig, long row, long other, List<CallMethod> sent) throws Exception {
        var most = new long[1];
        try (var clock = Executors.newSingleThreadScheduledExecutor()) {
            var seconds = new int[1];
            var ticking = clock.scheduleAtFixedRate(
                    () -> {
                        for (var number = 0; number < PER_SECOND; number++) {
                            var call = rig.commands.sendMessage(1, row, "42", Integer.toString(sent.size()));
                            sent.add(call);
                            rig.send(call);
                        }
                        rig.send(rig.commands.sendMessage(2, other, "7" + seconds[0]++, "m"));
                        most[0] = Math.max(most[0], rig.count("select count(*) from bots.parked_call"));
                    },
                    0,
                    1,
                    TimeUnit.SECONDS);
            await().atMost(LENGTH.multipliedBy(2)).until(() -> seconds[0] >= LENGTH.toSeconds());
            ticking.cancel(false);
        }
        return most[0];
    }

    private static int open(WorkerRig rig, List<CallMethod> sent) {
        return sent.size() - of(rig, 1).size();
    }

    private static List<CallOutcome> of(WorkerRig rig, long user) {
        return rig.outcomes().stream()
                .filter(outcome -> outcome.userId().value() == user)
                .toList();
    }
}
