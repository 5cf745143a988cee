package io.botyard.worker;

import static io.botyard.worker.WorkerRig.patiently;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.contract.CommandId;
import io.botyard.contract.command.CallMethod;
import io.botyard.contract.event.CallOutcome;
import io.botyard.contract.event.CallUnknown;
import io.botyard.sandbox.fault.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules 8 and 13 through a takeover: every accepted call ends once, and none is made twice. */
@Tag("faults")
class WorkerKilledTest {

    private static final int CALLS = 60;
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @Test
    void everyCallEndsOnceAndNoneIsMadeTwiceWhenTheWorkerIsKilledInTheMiddle(@TempDir Path directory) throws Exception {
        try (var rig = new WorkerRig(directory)) {
            var first = rig.startWorkerProcess();
            List<CallMethod> calls;
            try {
                calls = sendUntilSomeAreMade(rig);
            } finally {
                first.kill();
            }
            try (var second = rig.startWorker()) {
                await().atMost(LONGEST).until(() -> endings(rig).size() == CALLS);
                assertThat(second.isActive()).isTrue();
            }
            assertThat(endings(rig))
                    .isEqualTo(calls.stream().map(CallMethod::commandId).collect(Collectors.toSet()));
            assertThat(rig.sent(1)).extracting(sent -> sent.text("text")).doesNotHaveDuplicates();
            assertUnknownOnlyWhereTelegramWasBeingAsked(rig);
        }
    }

    /** Returns when the worker is in the middle of it. */
    private static List<CallMethod> sendUntilSomeAreMade(WorkerRig rig) {
        var row = rig.verified(1);
        var calls = new ArrayList<CallMethod>();
        rig.sandbox
                .faults()
                .add(Fault.delay(Duration.ofMillis(150)).forBot(5001).times(CALLS));
        for (var i = 0; i < CALLS; i++) {
            calls.add(rig.commands.sendMessage(1, row, Integer.toString(100 + i % 10), "m" + i));
        }
        calls.forEach(rig::send);
        patiently().until(() -> rig.sent(1).size() >= 15);
        return calls;
    }

    /** A chat has one call under way at most, so of ten chats at most ten calls can be unknown. */
    private static void assertUnknownOnlyWhereTelegramWasBeingAsked(WorkerRig rig) {
        List<CallOutcome> unknown =
                rig.outcomes().stream().filter(CallUnknown.class::isInstance).toList();
        assertThat(unknown.size()).isLessThanOrEqualTo(10);
        assertThat(unknown).extracting(outcome -> outcome.call().chatId()).doesNotHaveDuplicates();
    }

    private static Set<CommandId> endings(WorkerRig rig) {
        return rig.outcomes().stream()
                .map(outcome -> outcome.head().commandId())
                .collect(Collectors.toSet());
    }
}
