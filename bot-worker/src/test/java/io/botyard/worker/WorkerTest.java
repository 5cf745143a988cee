package io.botyard.worker;

import static io.botyard.worker.WorkerRig.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.BotStatus;
import io.botyard.contract.OnUnknown;
import io.botyard.contract.Priority;
import io.botyard.contract.RefusalCode;
import io.botyard.contract.SealedSecret;
import io.botyard.contract.UserId;
import io.botyard.contract.VerificationFailure;
import io.botyard.contract.command.CallMethod;
import io.botyard.contract.command.CallOptions;
import io.botyard.contract.command.VerifyBot.TestMessage;
import io.botyard.contract.event.BotRemoved;
import io.botyard.contract.event.BotTokenRejected;
import io.botyard.contract.event.BotVerificationFailed;
import io.botyard.contract.event.BotVerified;
import io.botyard.contract.event.CallExpired;
import io.botyard.contract.event.CallFailed;
import io.botyard.contract.event.CallOutcome;
import io.botyard.contract.event.CallRefused;
import io.botyard.contract.event.CallSucceeded;
import io.botyard.contract.event.CallUnknown;
import io.botyard.contract.event.CommandFailed;
import io.botyard.contract.event.CommandRefused;
import io.botyard.contract.wire.Topic;
import io.botyard.sandbox.fault.Fault;
import io.botyard.testkit.TopicReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What one worker promises, on real parts. */
@ExtendWith(SharedWorker.class)
class WorkerTest {

    private final WorkerRig rig;

    WorkerTest(WorkerRig rig) {
        this.rig = rig;
    }

    @Test
    void carriesABotFromRegistrationToAMessageAndAway() {
        var registered = rig.register(1_001);
        assertThat(registered.status()).isEqualTo(BotStatus.PENDING);

        var verify = rig.commands.verifyBot(1_001, registered.id().value());
        rig.send(verify);
        assertThat(rig.eventOf(verify.commandId())).isInstanceOfSatisfying(BotVerified.class, verified -> {
            assertThat(verified.status()).isEqualTo(BotStatus.ACTIVE);
            assertThat(verified.profile().id()).isEqualTo(registered.botId());
        });

        var call = rig.commands.sendMessage(1_001, registered.id().value(), "42", "hello");
        rig.send(call);
        assertThat(rig.outcomeOf(call.commandId()))
                .isInstanceOfSatisfying(
                        CallSucceeded.class,
                        done -> assertThat(done.result().text()).contains("\"text\":\"hello\""));
        assertThat(rig.sent(1_001)).hasSize(1);

        var remove = rig.commands.removeBot(1_001);
        rig.send(remove);
        assertThat(rig.eventOf(remove.commandId())).isInstanceOf(BotRemoved.class);
    }

    @Test
    void rule3RefusesASecondBotOfOneUser() {
        rig.register(1_002);
        var again = rig.commands.registerBot(1_002, 77, new SealedSecret("never opened"));
        rig.send(again);
        assertThat(rig.eventOf(again.commandId()))
                .isInstanceOfSatisfying(
                        CommandRefused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(RefusalCode.BOT_ALREADY_EXISTS));
    }

    @Test
    void rule13NeverMakesACallForABotSinceRemoved() {
        var old = rig.verified(1_003);
        rig.send(rig.commands.removeBot(1_003));
        rig.verified(1_003);
        var late = rig.commands.sendMessage(1_003, old, "42", "for the old one");
        rig.send(late);
        assertThat(rig.outcomeOf(late.commandId()))
                .isInstanceOfSatisfying(
                        CallRefused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(RefusalCode.BOT_REMOVED));
        assertThat(rig.sent(1_003)).isEmpty();
    }

    @Test
    void refusesCallsOfABotThatIsNotVerified() {
        var row = rig.register(1_004).id().value();
        var early = rig.commands.sendMessage(1_004, row, "42", "too early");
        rig.send(early);
        assertThat(rig.outcomeOf(early.commandId()))
                .isInstanceOfSatisfying(
                        CallRefused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(RefusalCode.BOT_NOT_VERIFIED));
    }

    @Test
    void makesCallsOfOneChatInOrderOneAtATime() {
        var row = rig.verified(1_005);
        rig.sandbox
                .faults()
                .add(Fault.delay(Duration.ofMillis(30)).forBot(6_005).times(10));
        var calls = new ArrayList<CallMethod>();
        for (var i = 0; i < 20; i++) {
            calls.add(rig.commands.sendMessage(1_005, row, "42", "m" + i));
        }
        calls.forEach(rig::send);
        calls.forEach(call -> assertThat(rig.outcomeOf(call.commandId())).isInstanceOf(CallSucceeded.class));
        assertThat(rig.sent(1_005)).extracting(sent -> sent.text("text")).containsExactlyElementsOf(texts(20));
    }

    @Test
    void rule4WaitsAsA429SaysAndThenGoesOn() {
        var row = rig.verified(1_006);
        rig.sandbox.faults().add(Fault.tooManyRequests(1).forBot(6_006).forMethod("sendMessage"));
        var call = rig.commands.sendMessage(1_006, row, "42", "gated");
        rig.send(call);
        assertThat(rig.outcomeOf(call.commandId())).isInstanceOfSatisfying(CallSucceeded.class, done -> {
            assertThat(done.call().attempts()).isEqualTo(2);
            assertThat(done.call().throttled()).isEqualTo(1);
            assertThat(done.call().tookMs()).isBetween(0L, 900L);
        });
        var sent = rig.sent(1_006);
        assertThat(Duration.between(sent.get(0).at(), sent.get(1).at())).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void rule8ReportsAsUnknownWhatTelegramMayHaveDone() {
        var row = rig.verified(1_007);
        rig.sandbox.faults().add(Fault.droppedAfterReceipt().forBot(6_007).forMethod("sendMessage"));
        var call = rig.commands.sendMessage(1_007, row, "42", "dropped");
        rig.send(call);
        assertThat(rig.outcomeOf(call.commandId())).isInstanceOf(CallUnknown.class);
        assertThat(rig.sent(1_007)).hasSize(1);
    }

    @Test
    void rule8CallsAgainWhenTheCallerChoseSo() {
        var row = rig.verified(1_008);
        rig.sandbox.faults().add(Fault.droppedAfterReceipt().forBot(6_008).forMethod("sendMessage"));
        var call = rig.commands.callMethod(
                1_008,
                row,
                "sendMessage",
                "42",
                "{\"chat_id\":42,\"text\":\"twice rather than never\"}",
                new CallOptions(Priority.BULK, Clock.systemUTC().instant().plusSeconds(60), OnUnknown.RETRY));
        rig.send(call);
        assertThat(rig.outcomeOf(call.commandId())).isInstanceOf(CallSucceeded.class);
        assertThat(rig.sent(1_008)).hasSize(2);
    }

    @Test
    void aRejectedTokenStopsTheBotAtItsFirstCall() {
        var row = rig.verified(1_009);
        rig.sandbox.revoke(6_009);
        var call = rig.commands.sendMessage(1_009, row, "42", "with a dead token");
        rig.send(call);
        assertThat(rig.outcomeOf(call.commandId())).isInstanceOf(CallFailed.class);
        assertThat(rig.eventOf(call.commandId())).isInstanceOf(BotTokenRejected.class);
        var next = rig.commands.sendMessage(1_009, row, "42", "never made");
        rig.send(next);
        assertThat(rig.outcomeOf(next.commandId())).isInstanceOf(CallRefused.class);
    }

    @Test
    void aVerificationOfARevokedTokenSaysSo() {
        var row = rig.register(1_010).id().value();
        rig.sandbox.revoke(6_010);
        var verify = rig.commands.verifyBot(1_010, row);
        rig.send(verify);
        assertThat(rig.eventOf(verify.commandId())).isInstanceOfSatisfying(BotVerificationFailed.class, failed -> {
            assertThat(failed.reason()).isEqualTo(VerificationFailure.TOKEN_REJECTED);
            assertThat(failed.status()).isEqualTo(BotStatus.ERROR);
        });
    }

    @Test
    void aTestMessageIsAnOrdinaryCallWithItsOwnId() {
        var row = rig.register(1_011).id().value();
        var verify = rig.commands.verifyBot(1_011, row, new TestMessage("42", "it works"));
        rig.send(verify);
        var message = verify.commandId().derived("test_message");
        assertThat(rig.outcomeOf(message)).isInstanceOf(CallSucceeded.class);
        assertThat(rig.sent(1_011)).hasSize(1);
    }

    @Test
    void aControlCommandReadTwiceHappensOnce() {
        var remove = rig.commands.removeBot(1_012);
        rig.register(1_012);
        rig.send(remove);
        rig.eventOf(remove.commandId());
        rig.register(1_012);
        rig.send(remove);
        var after = rig.commands.sendMessage(1_012, 1, "42", "a later record of the same partition");
        rig.send(after);
        rig.outcomeOf(after.commandId());
        assertThat(rig.events())
                .filteredOn(event -> event.head().commandId().equals(remove.commandId()))
                .hasSize(1);
    }

    @Test
    void anExpiredCallIsNotMade() {
        var row = rig.verified(1_013);
        var call = rig.commands.callMethod(
                1_013,
                row,
                "sendMessage",
                "42",
                "{\"chat_id\":42,\"text\":\"stale\"}",
                new CallOptions(Priority.INTERACTIVE, Instant.EPOCH, OnUnknown.REPORT));
        rig.send(call);
        assertThat(rig.outcomeOf(call.commandId()))
                .isInstanceOfAny(CallExpired.class)
                .satisfies(outcome -> assertThat(rig.sent(1_013)).isEmpty());
    }

    @Test
    void aPoisonRecordIsSetAsideEndsItsOperationAndThePartitionGoesOn() {
        for (var topic : List.of(Topic.BOT_COMMANDS, Topic.BOT_CALLS)) {
            var id = UUID.randomUUID();
            var poison =
                    new ProducerRecord<>(topic.topicName(), null, "1014", "{not json".getBytes(StandardCharsets.UTF_8));
            poison.headers().add("ce_id", id.toString().getBytes(StandardCharsets.UTF_8));
            rig.topics().sendRaw(poison);
        }
        var row = rig.verified(1_014);
        var call = rig.commands.sendMessage(1_014, row, "42", "after the poison");
        rig.send(call);
        assertThat(rig.outcomeOf(call.commandId())).isInstanceOf(CallSucceeded.class);
        for (var topic : List.of(Topic.BOT_COMMANDS, Topic.BOT_CALLS)) {
            try (var letters = TopicReader.of(rig.broker.connection(), topic.deadLetterName())) {
                patiently()
                        .untilAsserted(() -> assertThat(letters.records())
                                .anySatisfy(
                                        letter -> assertThat(letter.headers().lastHeader("dlq_cause"))
                                                .isNotNull()));
            }
        }
        patiently().untilAsserted(() -> {
            assertThat(rig.events())
                    .filteredOn(event -> event.userId().value() == 1_014)
                    .anySatisfy(event -> assertThat(event).isInstanceOf(CommandFailed.class));
            assertThat(rig.outcomes())
                    .filteredOn(outcome -> outcome.userId().value() == 1_014)
                    .anySatisfy(outcome -> assertThat(outcome).isInstanceOf(CallFailed.class));
        });
    }

    @Test
    void rule5AHangingCallOfOneUserHoldsUpNobodyElse() {
        var slow = rig.verified(1_015);
        var quick = rig.verified(1_016);
        rig.sandbox.faults().add(Fault.hanging().forBot(6_015).forMethod("sendMessage"));
        rig.send(rig.commands.sendMessage(1_015, slow, "42", "hangs"));
        var other = rig.commands.sendMessage(1_016, quick, "42", "does not");
        rig.send(other);
        assertThat(rig.outcomeOf(other.commandId())).isInstanceOf(CallSucceeded.class);
        assertThat(rig.outcomes()).extracting(CallOutcome::userId).doesNotContain(new UserId(1_015));
    }

    private static List<String> texts(int count) {
        var texts = new ArrayList<String>();
        for (var i = 0; i < count; i++) {
            texts.add("m" + i);
        }
        return texts;
    }
}
