package io.botyard.embedded;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What a test leaves in a broker or a database, to look for it later. */
public final class Traces {

    private static final String TOPIC = "traces";

    private Traces() {}

    public static void makeTopic(String bootstrapServers) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(Set.of(new NewTopic(TOPIC, Optional.of(1), Optional.empty())))
                    .all()
                    .get();
        }
    }

    public static void send(String bootstrapServers, String value) throws Exception {
        var settings = Map.<String, Object>of("bootstrap.servers", bootstrapServers, "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            var _ = producer.send(new ProducerRecord<>(TOPIC, value)).get();
        }
    }

    public static List<String> received(String bootstrapServers) {
        var settings = Map.<String, Object>of("bootstrap.servers", bootstrapServers);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partition = new TopicPartition(TOPIC, 0);
            consumer.assign(Set.of(partition));
            consumer.seekToBeginning(Set.of(partition));
            var end = consumer.endOffsets(Set.of(partition)).getOrDefault(partition, 0L);
            var values = new ArrayList<String>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> values.add(record.value()));
            }
            return values;
        }
    }

    public static void execute(String url, String statement) throws SQLException {
        try (var connection = DriverManager.getConnection(url, "postgres", "secret");
                var work = connection.createStatement()) {
            work.execute(statement);
        }
    }

    public static List<String> rows(String url, String user, String password, String query) throws SQLException {
        try (var connection = DriverManager.getConnection(url, user, password);
                var work = connection.createStatement();
                var rows = work.executeQuery(query)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    public static List<String> rows(String url, String query) throws SQLException {
        return rows(url, "postgres", "secret", query);
    }
}
