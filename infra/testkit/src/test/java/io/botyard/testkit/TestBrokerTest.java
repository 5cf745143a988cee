package io.botyard.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.command.BotCommand;
import io.botyard.contract.command.RemoveBot;
import io.botyard.contract.wire.Topic;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;

class TestBrokerTest {

    private static final int PARTITIONS = 12;
    private static final int ROUNDS = 20;

    private final Commands commands = Commands.by(Clock.systemUTC());

    @Test
    void carriesTheContractsRecordsAlsoOverARestart() {
        var broker = TestBroker.shared().withTopics(3);
        var remove = commands.removeBot(7);
        try (var writer = TopicWriter.to(broker.connection())) {
            writer.send(Topic.BOT_COMMANDS, remove, commands.verifyBot(7, 70));
        }

        broker.stop();
        broker.start();

        try (var reader = TopicReader.of(broker.connection(), Topic.BOT_COMMANDS.topicName())) {
            assertThat(reader.messages(BotCommand.class)).hasSize(2);
            assertThat(reader.messages(RemoveBot.class)).containsExactly(remove);
        }
    }

    /** A producer has several records under way, and may have had others before the topics were there. */
    @Test
    void topicsTakeEveryRecordFromTheMomentTheyAreThere() throws Exception {
        var broker = TestBroker.fresh();
        var settings = broker.connection().producer();
        try (var admin = Admin.create(broker.connection().admin());
                var producer = new KafkaProducer<String, byte[]>(settings)) {
            admin.createTopics(List.of(new NewTopic("earlier", 1, (short) 1)))
                    .all()
                    .get();
            producer.send(new ProducerRecord<>("earlier", new byte[1])).get();
            broker.withTopics(PARTITIONS);
            var sent = new ArrayList<Future<RecordMetadata>>();
            for (var round = 0; round < ROUNDS; round++) {
                for (var topic : Topic.values()) {
                    for (var partition = 0; partition < PARTITIONS && topic.byUser(); partition++) {
                        sent.add(producer.send(new ProducerRecord<>(topic.topicName(), partition, "7", new byte[1])));
                    }
                }
            }
            assertThat(sent).allSatisfy(one -> assertThat(one).succeedsWithin(Duration.ofSeconds(60)));
        } finally {
            broker.stop();
        }
    }
}
