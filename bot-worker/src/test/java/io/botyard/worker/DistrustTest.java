package io.botyard.worker;

import static io.botyard.worker.WorkerRig.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.RefusalCode;
import io.botyard.contract.command.CallMethod;
import io.botyard.contract.event.CallFailed;
import io.botyard.contract.event.CallIntent;
import io.botyard.contract.event.CallRefused;
import io.botyard.contract.event.CallSucceeded;
import io.botyard.contract.wire.Topic;
import io.botyard.testkit.TopicReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Rule 4 for what needs no call: an owner that does not know whether it still is one decides nothing. What waited for that
 * is looked at again.
 */
@Tag("faults")
class DistrustTest {

    /** Trust lasts 4 s from the last renewal, and there is one each second. */
    private static final Duration NO_TRUST_IS_LEFT = Duration.ofMillis(4_500);

    private static final Duration SILENCE = Duration.ofSeconds(2);

    @Test
    void rule4WhatIsDecidedWithoutAskingWaitsUntilTheLeaseIsTrustedAgain(@TempDir Path directory) throws Exception {
        try (var rig = new WorkerRig(directory);
                var worker = rig.startWorker();
                var hold = rig.database.connect()) {
            var row = rig.verified(1);
            rig.ask(rig.commands.suspendBot(1));
            var atOnce = rig.commands.sendMessage(1, row, "42", "trusted");
            rig.send(atOnce);
            assertThat(rig.outcomeOf(atOnce.commandId())).isInstanceOf(CallRefused.class);

            loseTrust(worker, hold, "update");
            var later = rig.commands.sendMessage(1, row, "42", "not trusted");
            rig.send(later);
            patiently()
                    .during(SILENCE)
                    .untilAsserted(
                            () -> assertThat(rig.outcomesOf(later.commandId())).isEmpty());
            hold.rollback();

            assertThat(rig.outcomeOf(later.commandId())).isInstanceOf(CallRefused.class);
            assertThat(rig.outcomesOf(later.commandId())).hasSize(1);
            assertThat(rig.sent(1)).isEmpty();
        }
    }

    @Test
    void aCallThatWaitedForTheLeaseLeavesAtTheRateThatIsInForceThen(@TempDir Path directory) throws Exception {
        try (var rig = new WorkerRig(directory);
                var worker = rig.startWorker();
                var intents = TopicReader.of(rig.broker.connection(), Topic.BOT_INTENTS.topicName());
                var hold = rig.database.connect()) {
            var row = rig.verified(1);
            loseTrust(worker, hold, "share");
            var calls = sentToSixChats(rig, row);
            patiently().until(() -> intents.messages(CallIntent.class).size() == calls.size());
            rig.ask(rig.commands.overrideRateLimits(1, "2", null));
            hold.rollback();

            calls.forEach(call -> assertThat(rig.outcomeOf(call.commandId())).isInstanceOf(CallSucceeded.class));
            var sent = rig.sent(1);
            assertThat(Duration.between(sent.getFirst().at(), sent.getLast().at()))
                    .as("two at once, and four more at two a second")
                    .isGreaterThan(Duration.ofMillis(1_900));
        }
    }

    @Test
    void rule4WhatFindsNoRoomOrCannotBeReadIsAnsweredOnceTheLeaseIsTrustedAgain(@TempDir Path directory)
            throws Exception {
        try (var rig = new WorkerRig(directory);
                var worker =
                        rig.startWorker("--botyard.worker.backlog.in-memory=4", "--botyard.worker.backlog.parked=1");
                var hold = rig.database.connect()) {
            var row = rig.verified(1);
            loseTrust(worker, hold, "share");
            var calls = sentToSixChats(rig, row);
            var unreadable = rig.commands.sendMessage(1, row, "106", "not to be read");
            rig.topics().sendRaw(unreadable(unreadable));
            patiently()
                    .during(SILENCE)
                    .untilAsserted(() -> assertThat(rig.outcomes()).isEmpty());
            hold.rollback();

            assertThat(Waiting.refusal(rig.outcomeOf(calls.getLast().commandId())))
                    .isEqualTo(RefusalCode.BACKLOG_FULL);
            assertThat(rig.outcomeOf(unreadable.commandId())).isInstanceOf(CallFailed.class);
            assertThat(calls.subList(0, calls.size() - 1))
                    .allSatisfy(
                            call -> assertThat(rig.outcomeOf(call.commandId())).isInstanceOf(CallSucceeded.class));
        }
    }

    /**
     * Leases cannot be renewed before the connection rolls back.
     *
     * @param lock {@code update} stops all that has to hold a lease as well, {@code share} does not
     */
    private static void loseTrust(ConfigurableApplicationContext worker, Connection hold, String lock)
            throws SQLException {
        hold.setAutoCommit(false);
        hold.createStatement().execute("select from bots.ownership for " + lock);
        patiently().pollDelay(NO_TRUST_IS_LEFT).until(worker::isActive);
    }

    private static List<CallMethod> sentToSixChats(WorkerRig rig, long row) {
        var calls = Stream.of("100", "101", "102", "103", "104", "105")
                .map(chat -> rig.commands.sendMessage(1, row, chat, "not trusted"))
                .toList();
        calls.forEach(rig::send);
        return calls;
    }

    private static ProducerRecord<String, byte[]> unreadable(CallMethod call) {
        var record = new ProducerRecord<>(
                Topic.BOT_CALLS.topicName(), call.userId().toString(), "?".getBytes(StandardCharsets.US_ASCII));
        record.headers().add("ce_id", call.commandId().toString().getBytes(StandardCharsets.US_ASCII));
        return record;
    }
}
