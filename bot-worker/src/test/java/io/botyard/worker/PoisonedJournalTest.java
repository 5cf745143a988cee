package io.botyard.worker;

import static io.botyard.worker.WorkerRig.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.UserId;
import io.botyard.contract.event.BotRegistered;
import io.botyard.contract.event.CallSucceeded;
import io.botyard.contract.wire.Topic;
import io.botyard.contract.wire.UserPartitions;
import io.botyard.testkit.Tokens;
import io.botyard.testkit.TopicReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A takeover reads the journal of calls; what it cannot read there must not keep bots from their work. */
@Tag("faults")
class PoisonedJournalTest {

    private static final int PARTITIONS = 4;

    @Test
    void anUnreadableIntentIsSetAsideAndThePartitionIsTakenOver(@TempDir Path directory) {
        try (var rig = new WorkerRig(directory);
                var letters = TopicReader.of(rig.broker.connection(), Topic.BOT_INTENTS.deadLetterName())) {
            // A journal is only read where something waits to be read again.
            var waiting = oneUserOfEachPartition().stream()
                    .map(user -> {
                        var token = Tokens.of(5_000 + user);
                        return rig.commands.registerBot(user, token.botId().value(), rig.sealed(user, token));
                    })
                    .toList();
            waiting.forEach(rig::send);
            poisonIntents(rig);
            try (var worker = rig.startWorker()) {
                assertThat(waiting)
                        .allSatisfy(register ->
                                assertThat(rig.eventOf(register.commandId())).isInstanceOf(BotRegistered.class));
                patiently().untilAsserted(() -> assertThat(letters.records()).hasSize(PARTITIONS));
                var row = rig.verified(1);
                var call = rig.commands.sendMessage(1, row, "42", "after the poison");
                rig.send(call);
                assertThat(rig.outcomeOf(call.commandId())).isInstanceOf(CallSucceeded.class);
                assertThat(worker.isActive()).isTrue();
            }
        }
    }

    /** User 1 is none of them. */
    private static List<Long> oneUserOfEachPartition() {
        var partitions = new UserPartitions(PARTITIONS);
        return IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> LongStream.iterate(2, user -> user + 1)
                        .filter(user -> partitions.of(new UserId(user)) == partition)
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    private static void poisonIntents(WorkerRig rig) {
        for (var partition = 0; partition < PARTITIONS; partition++) {
            var _ = rig.topics()
                    .sendRaw(new ProducerRecord<>(
                            Topic.BOT_INTENTS.topicName(), partition, "1", "{poison".getBytes(StandardCharsets.UTF_8)));
        }
    }
}
