package io.botyard.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.BotStatus;
import io.botyard.contract.RefusalCode;
import io.botyard.contract.event.BotBacklogDrained;
import io.botyard.contract.event.BotBacklogFilled;
import io.botyard.contract.event.BotRateLimitEnded;
import io.botyard.contract.event.BotRateLimited;
import io.botyard.contract.event.CallSucceeded;
import io.botyard.sandbox.fault.Fault;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** What is parked outlives its worker, and is bounded. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("faults")
class ParkedTest {

    private WorkerRig rig;
    private Waiting waiting;
    private ConfigurableApplicationContext worker;

    @BeforeAll
    void start(@TempDir Path directory) {
        rig = new WorkerRig(directory);
        waiting = new Waiting(rig);
        startWorker();
    }

    @AfterAll
    void stop() {
        worker.close();
        rig.close();
    }

    @Test
    void whatIsParkedOutlivesItsWorkerAndItsPartitionGoesOn() {
        var row = rig.verified(2);
        rig.sandbox.faults().add(Fault.tooManyRequests(3_600).forBot(5002).forChat(42));
        var calls = waiting.calls(2, row, "42", 10);
        calls.forEach(rig::send);
        WorkerRig.patiently().until(() -> waiting.parked(2) == 10);
        WorkerRig.patiently().until(() -> rig.everyCallIsCommitted());
        worker.close();
        startWorker();
        var later = rig.commands.sendMessage(2, row, "42", "m10");
        rig.send(later);
        WorkerRig.patiently().until(() -> waiting.parked(2) == 11);
        assertThat(rig.sent(2)).hasSize(1);

        rig.change("update bots.gate set opens_at = now() where user_id = 2");
        worker.close();
        startWorker();
        waiting.assertAllSucceed(calls);
        assertThat(rig.outcomeOf(later.commandId())).isInstanceOf(CallSucceeded.class);
        assertThat(rig.sent(2))
                .extracting(sent -> sent.text("text"))
                .containsExactlyElementsOf(Stream.concat(Stream.of("m0"), Waiting.texts(11).stream())
                        .toList());
    }

    @Test
    void aBotWhollyGatedForAMinuteIsRateLimitedUntilItsGateOpens() {
        var row = rig.verified(3);
        rig.sandbox.faults().add(Fault.tooManyRequests(60).forBot(5003).forMethod("setMyName"));
        var call = rig.commands.callMethod(3, row, "setMyName", null, "{\"name\":\"a\"}");
        rig.send(call);
        var limited = (BotRateLimited) rig.eventOf(call.commandId());
        assertThat(limited.status()).isEqualTo(BotStatus.RATE_LIMITED);
        assertThat(waiting.status(3)).isEqualTo("rate_limited");
        var meanwhile = rig.commands.sendMessage(3, row, "42", "accepted");
        rig.send(meanwhile);
        WorkerRig.patiently().until(() -> waiting.parked(3) == 2);

        rig.change("update bots.gate set opens_at = now() where user_id = 3");
        worker.close();
        startWorker();
        waiting.assertAllSucceed(List.of(call, meanwhile));
        WorkerRig.patiently().until(() -> waiting.status(3).equals("active"));
        WorkerRig.patiently()
                .until(() -> rig.events().stream()
                        .anyMatch(event -> event instanceof BotRateLimitEnded
                                && event.head().commandId().equals(call.commandId())));
    }

    @Test
    void noMoreWaitThanMayAndGatewaysAreTold() {
        worker.close();
        worker = rig.startWorker("--botyard.worker.backlog.in-memory=8", "--botyard.worker.backlog.parked=50");
        var row = rig.verified(7);
        rig.sandbox.faults().add(Fault.tooManyRequests(3_600).forBot(5007).forChat(42));
        var calls = waiting.calls(7, row, "42", 100);
        calls.forEach(rig::send);
        WorkerRig.patiently().until(() -> waiting.parked(7) >= 50);
        var refused = calls.stream()
                .filter(call -> rig.outcomesOf(call.commandId()).size() == 1)
                .toList();
        WorkerRig.patiently().until(() -> waiting.events(BotBacklogFilled.class, 7) == 1);
        assertThat(waiting.parked(7)).isLessThanOrEqualTo(58);
        assertThat(refused)
                .isNotEmpty()
                .allSatisfy(call -> assertThat(Waiting.refusal(rig.outcomeOf(call.commandId())))
                        .isEqualTo(RefusalCode.BACKLOG_FULL));
        assertThat(rig.seenByGateways("select backlog_full from bots.bot_view where user_id = 7"))
                .contains("t");

        rig.change("update bots.gate set opens_at = now() where user_id = 7");
        worker.close();
        startWorker();
        calls.forEach(call -> rig.outcomeOf(call.commandId()));
        WorkerRig.patiently().until(() -> waiting.events(BotBacklogDrained.class, 7) == 1);
        assertThat(rig.seenByGateways("select backlog_full from bots.bot_view where user_id = 7"))
                .contains("f");
    }

    private void startWorker() {
        worker = rig.startWorker();
    }
}
