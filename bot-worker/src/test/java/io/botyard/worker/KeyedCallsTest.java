package io.botyard.worker;

import static io.botyard.worker.WorkerRig.patiently;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.contract.command.CallMethod;
import io.botyard.contract.command.VerifyBot.TestMessage;
import io.botyard.contract.event.CallSucceeded;
import io.botyard.sandbox.fault.Fault;
import io.botyard.testkit.Commands;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A call whose caller gave an idempotency key is made once, however often gateways send its command. */
@ExtendWith(SharedWorker.class)
class KeyedCallsTest {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Commands keyed = Commands.by(Clock.systemUTC()).keyed();

    @Test
    void aRepeatIsNotMadeAndWhatComesAfterItIs(WorkerRig rig) {
        var row = rig.verified(7_001);
        var inChat = keyed.sendMessage(7_001, row, "42", "in a chat");
        var chatless = keyed.callMethod(7_001, row, "setMyName", null, "{\"name\":\"once\"}");
        for (var call : List.of(inChat, chatless, inChat, chatless)) {
            rig.send(call);
        }
        var last = rig.commands.sendMessage(7_001, row, "42", "last");
        rig.send(last);
        rig.send(inChat);
        assertThat(rig.outcomeOf(last.commandId())).isInstanceOf(CallSucceeded.class);
        var after = rig.commands.sendMessage(7_001, row, "42", "after the late repeat");
        rig.send(after);
        rig.outcomeOf(after.commandId());

        assertThat(texts(rig, 7_001)).containsExactly("in a chat", "last", "after the late repeat");
        assertThat(rig.sent(7_001))
                .filteredOn(call -> call.method().equals("setMyName"))
                .hasSize(1);
        assertThat(rig.outcomesOf(inChat.commandId())).hasSize(1);
    }

    @Test
    @Tag("faults")
    void aRepeatIsKnownToTheNextOwnerAndTheFirstIsStillMade(@TempDir Path directory) throws Exception {
        try (var rig = new WorkerRig(directory)) {
            var first = rig.startWorkerProcess();
            var row = rig.verified(1);
            rig.sandbox
                    .faults()
                    .add(Fault.delay(Duration.ofMillis(300)).forBot(5001).times(20));
            var calls = new ArrayList<CallMethod>();
            for (var i = 0; i < 10; i++) {
                calls.add(keyed.sendMessage(1, row, "42", "m" + i));
            }
            calls.forEach(rig::send);
            patiently().until(() -> rig.sent(1).size() >= 3);
            first.kill();
            calls.forEach(rig::send);
            try (var second = rig.startWorker()) {
                await().atMost(LONGEST)
                        .until(() -> calls.stream()
                                .noneMatch(
                                        call -> rig.outcomesOf(call.commandId()).isEmpty()));
                var end = rig.commands.sendMessage(1, row, "42", "end");
                rig.send(end);
                await().atMost(LONGEST).until(() -> texts(rig, 1).contains("end"));
                assertThat(texts(rig, 1)).doesNotHaveDuplicates();
                for (var i = 0; i < calls.size(); i++) {
                    if (rig.outcomeOf(calls.get(i).commandId()) instanceof CallSucceeded) {
                        assertThat(texts(rig, 1)).contains("m" + i);
                    }
                }
                // At most the one that was being made when its worker was killed.
                assertThat(calls)
                        .filteredOn(call -> !(rig.outcomeOf(call.commandId()) instanceof CallSucceeded))
                        .hasSizeLessThanOrEqualTo(1);
                assertThat(second.isActive()).isTrue();
            }
        }
    }

    @Test
    void aVerificationSentAgainSendsItsTestMessageOnce(WorkerRig rig) {
        var row = rig.register(7_002).id().value();
        var verify = keyed.verifyBot(7_002, row, new TestMessage("42", "it works"));
        rig.send(verify);
        rig.outcomeOf(verify.commandId().derived("test_message"));
        rig.send(verify);
        rig.ask(rig.commands.changeRateLimits(7_002, row, "3", null));
        var after = rig.commands.sendMessage(7_002, row, "42", "after");
        rig.send(after);
        rig.outcomeOf(after.commandId());

        assertThat(texts(rig, 7_002)).containsExactly("it works", "after");
    }

    private static List<String> texts(WorkerRig rig, long user) {
        return rig.sent(user).stream()
                .filter(call -> call.method().equals("sendMessage"))
                .map(call -> call.parameters().get("text").asString())
                .toList();
    }
}
