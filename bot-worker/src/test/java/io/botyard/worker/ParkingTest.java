package io.botyard.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.contract.BotStatus;
import io.botyard.contract.CommandId;
import io.botyard.contract.RefusalCode;
import io.botyard.contract.command.CallMethod;
import io.botyard.contract.event.BotBacklogDrained;
import io.botyard.contract.event.BotBacklogFilled;
import io.botyard.contract.event.BotRateLimitEnded;
import io.botyard.contract.event.BotRateLimited;
import io.botyard.contract.event.CallExpired;
import io.botyard.contract.event.CallOutcome;
import io.botyard.contract.event.CallParked;
import io.botyard.contract.event.CallRefused;
import io.botyard.contract.event.CallSucceeded;
import io.botyard.sandbox.fault.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** What has to wait longer than 5 s waits in Postgres, in its order, and outlives its worker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ParkingTest {

    private WorkerRig rig;
    private ConfigurableApplicationContext worker;

    @BeforeAll
    void start(@TempDir Path directory) {
        rig = new WorkerRig(directory);
        startWorker();
    }

    @AfterAll
    void stop() {
        worker.close();
        rig.close();
    }

    @Test
    void aGatedChatGoesOnInOrderWhenItsGateOpensAndHoldsUpNobodyElse() {
        var row = rig.verified(1);
        rig.sandbox.faults().add(Fault.tooManyRequests(8).forBot(5001).forChat(42));
        var calls = calls(1, row, "42", 20);
        calls.forEach(rig::send);
        await().atMost(WorkerRig.PATIENCE).until(() -> parked(1) == 20);
        var elsewhere = rig.commands.sendMessage(1, row, "43", "elsewhere");
        rig.send(elsewhere);
        assertThat(rig.outcomeOf(elsewhere.commandId())).isInstanceOf(CallSucceeded.class);
        assertThat(parked(1)).isEqualTo(20);
        assertThat(rig.said(CallParked.class))
                .extracting(said -> said.head().commandId())
                .containsAll(ids(calls));
        assertAllSucceed(calls);
        assertThat(rig.sent(1).stream()
                        .filter(sent -> "42".equals(sent.text("chat_id")))
                        .map(sent -> sent.text("text"))
                        .skip(1))
                .containsExactlyElementsOf(texts(20));
        assertThat(parked(1)).isZero();
    }

    @Test
    void whatIsParkedOutlivesItsWorkerAndItsPartitionGoesOn() {
        var row = rig.verified(2);
        rig.sandbox.faults().add(Fault.tooManyRequests(3_600).forBot(5002).forChat(42));
        var calls = calls(2, row, "42", 10);
        calls.forEach(rig::send);
        await().atMost(WorkerRig.PATIENCE).until(() -> parked(2) == 10);
        await().atMost(WorkerRig.PATIENCE).until(() -> rig.everyCallIsCommitted());
        worker.close();
        startWorker();
        var later = rig.commands.sendMessage(2, row, "42", "m10");
        rig.send(later);
        await().atMost(WorkerRig.PATIENCE).until(() -> parked(2) == 11);
        assertThat(rig.sent(2)).hasSize(1);

        rig.change("update bots.gate set opens_at = now() where user_id = 2");
        worker.close();
        startWorker();
        assertAllSucceed(calls);
        assertThat(rig.outcomeOf(later.commandId())).isInstanceOf(CallSucceeded.class);
        assertThat(rig.sent(2))
                .extracting(sent -> sent.text("text"))
                .containsExactlyElementsOf(
                        Stream.concat(Stream.of("m0"), texts(11).stream()).toList());
    }

    @Test
    void aBotWhollyGatedForAMinuteIsRateLimitedUntilItsGateOpens() {
        var row = rig.verified(3);
        rig.sandbox.faults().add(Fault.tooManyRequests(60).forBot(5003).forMethod("setMyName"));
        var call = rig.commands.callMethod(3, row, "setMyName", null, "{\"name\":\"a\"}");
        rig.send(call);
        var limited = (BotRateLimited) rig.eventOf(call.commandId());
        assertThat(limited.status()).isEqualTo(BotStatus.RATE_LIMITED);
        assertThat(status(3)).isEqualTo("rate_limited");
        var meanwhile = rig.commands.sendMessage(3, row, "42", "accepted");
        rig.send(meanwhile);
        await().atMost(WorkerRig.PATIENCE).until(() -> parked(3) == 2);

        rig.change("update bots.gate set opens_at = now() where user_id = 3");
        worker.close();
        startWorker();
        assertAllSucceed(List.of(call, meanwhile));
        await().atMost(WorkerRig.PATIENCE).until(() -> status(3).equals("active"));
        await().atMost(WorkerRig.PATIENCE)
                .until(() -> rig.events().stream()
                        .anyMatch(event -> event instanceof BotRateLimitEnded
                                && event.head().commandId().equals(call.commandId())));
    }

    @Test
    void whatIsParkedEndsAtOnceWhenItsBotIsSuspendedOrRemoved() {
        var row = rig.verified(4);
        rig.sandbox
                .faults()
                .add(Fault.tooManyRequests(3_600).forBot(5004).forChat(42).times(2));
        var calls = calls(4, row, "42", 10);
        calls.forEach(rig::send);
        await().atMost(WorkerRig.PATIENCE).until(() -> parked(4) == 10);
        rig.ask(rig.commands.suspendBot(4));
        assertThat(ids(calls))
                .allSatisfy(call -> assertThat(refusal(rig.outcomeOf(call))).isEqualTo(RefusalCode.BOT_SUSPENDED));
        assertThat(parked(4)).isZero();
        rig.ask(rig.commands.activateBot(4));

        var more = calls(4, row, "42", 10);
        more.forEach(rig::send);
        await().atMost(WorkerRig.PATIENCE).until(() -> parked(4) == 10);
        rig.ask(rig.commands.removeBot(4));
        rig.verified(4);
        assertThat(ids(more))
                .allSatisfy(call -> assertThat(refusal(rig.outcomeOf(call))).isEqualTo(RefusalCode.BOT_REMOVED));
        assertThat(rig.sent(4)).hasSize(1);
    }

    @Test
    void whatWaitsBehindAnOtherExpiresInItsTime() {
        var row = rig.verified(5);
        rig.sandbox.faults().add(Fault.tooManyRequests(3_600).forBot(5005).forChat(42));
        var first = rig.commands.sendMessage(5, row, "42", "m0");
        rig.send(first);
        await().atMost(WorkerRig.PATIENCE).until(() -> parked(5) == 1);
        var brief = rig.commands.expiringIn(Duration.ofSeconds(2)).sendMessage(5, row, "42", "m1");
        rig.send(brief);
        assertThat(rig.outcomeOf(brief.commandId())).isInstanceOf(CallExpired.class);
        assertThat(parked(5)).isEqualTo(1);
    }

    @Test
    void aSlowRateParksWhatItCannotServeSoon() {
        var row = rig.verified(6);
        rig.ask(rig.commands.changeRateLimits(6, row, "0.1", null));
        var calls = IntStream.range(0, 5)
                .mapToObj(chat -> rig.commands.sendMessage(6, row, "4" + chat, "m"))
                .toList();
        calls.forEach(rig::send);
        await().atMost(WorkerRig.PATIENCE).until(() -> parked(6) == 4);
        rig.ask(rig.commands.changeRateLimits(6, row, "30", null));
        assertAllSucceed(calls);
    }

    @Test
    void noMoreWaitThanMayAndGatewaysAreTold() {
        worker.close();
        worker = rig.startWorker("--botyard.worker.backlog.in-memory=8", "--botyard.worker.backlog.parked=50");
        var row = rig.verified(7);
        rig.sandbox.faults().add(Fault.tooManyRequests(3_600).forBot(5007).forChat(42));
        var calls = calls(7, row, "42", 100);
        calls.forEach(rig::send);
        await().atMost(WorkerRig.PATIENCE).until(() -> parked(7) >= 50);
        var refused = calls.stream()
                .filter(call -> rig.outcomesOf(call.commandId()).size() == 1)
                .toList();
        await().atMost(WorkerRig.PATIENCE).until(() -> events(BotBacklogFilled.class, 7) == 1);
        assertThat(parked(7)).isLessThanOrEqualTo(58);
        assertThat(refused)
                .isNotEmpty()
                .allSatisfy(call ->
                        assertThat(refusal(rig.outcomeOf(call.commandId()))).isEqualTo(RefusalCode.BACKLOG_FULL));
        assertThat(rig.seenByGateways("select backlog_full from bots.bot_view where user_id = 7"))
                .contains("t");

        rig.change("update bots.gate set opens_at = now() where user_id = 7");
        worker.close();
        startWorker();
        calls.forEach(call -> rig.outcomeOf(call.commandId()));
        await().atMost(WorkerRig.PATIENCE).until(() -> events(BotBacklogDrained.class, 7) == 1);
        assertThat(rig.seenByGateways("select backlog_full from bots.bot_view where user_id = 7"))
                .contains("f");
    }

    private void startWorker() {
        worker = rig.startWorker();
    }

    private void assertAllSucceed(List<CallMethod> calls) {
        assertThat(ids(calls)).allSatisfy(call -> {
            assertThat(rig.outcomeOf(call)).isInstanceOf(CallSucceeded.class);
            assertThat(rig.outcomesOf(call)).hasSize(1);
        });
    }

    private List<CallMethod> calls(long user, long row, String chat, int many) {
        return IntStream.range(0, many)
                .mapToObj(number -> rig.commands.sendMessage(user, row, chat, "m" + number))
                .toList();
    }

    private static List<String> texts(int many) {
        return IntStream.range(0, many).mapToObj(number -> "m" + number).toList();
    }

    private static List<CommandId> ids(List<CallMethod> calls) {
        return calls.stream().map(CallMethod::commandId).toList();
    }

    private static RefusalCode refusal(CallOutcome outcome) {
        assertThat(outcome).isInstanceOf(CallRefused.class);
        return ((CallRefused) outcome).refusal().code();
    }

    private long events(Class<?> kind, long user) {
        return rig.events().stream()
                .filter(event -> kind.isInstance(event) && event.userId().value() == user)
                .count();
    }

    private long parked(long user) {
        return rig.count("select count(*) from bots.parked_call where user_id = " + user);
    }

    private String status(long user) {
        return rig.seenByGateways("select status from bots.bot_view where user_id = " + user)
                .orElseThrow();
    }
}
