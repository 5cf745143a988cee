package io.botyard.worker;

import static io.botyard.worker.WorkerRig.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.event.CallSucceeded;
import io.botyard.contract.wire.Topic;
import io.botyard.testkit.TopicReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A takeover reads the journal of calls; what it cannot read there must not keep bots from their work. */
class PoisonedJournalTest {

    @Test
    void anUnreadableIntentIsSetAsideAndThePartitionIsTakenOver(@TempDir Path directory) {
        try (var rig = new WorkerRig(directory)) {
            for (var partition = 0; partition < 4; partition++) {
                rig.topics()
                        .sendRaw(new ProducerRecord<>(
                                Topic.BOT_INTENTS.topicName(),
                                partition,
                                "1",
                                "{poison".getBytes(StandardCharsets.UTF_8)));
            }
            try (var worker = rig.startWorker();
                    var letters = TopicReader.of(rig.broker.connection(), Topic.BOT_INTENTS.deadLetterName())) {
                var row = rig.verified(1);
                var call = rig.commands.sendMessage(1, row, "42", "after the poison");
                rig.send(call);
                assertThat(rig.outcomeOf(call.commandId())).isInstanceOf(CallSucceeded.class);
                patiently().untilAsserted(() -> assertThat(letters.records()).hasSize(4));
                assertThat(worker.isActive()).isTrue();
            }
        }
    }
}
