package io.botyard.audit.trail;

import io.botyard.audit.trail.IngestionSettings.GroupProtocol;
import io.botyard.contract.wire.KafkaConnection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.stereotype.Component;

/** The three clients that ingestion uses. */
@Component
final class KafkaClients {
    static final String GROUP = "audit-service";
    /** A fetch holds at least one record however large; a handful of them is in memory at once, with what is under way. */
    private static final int FETCH_MAX_BYTES = 8 * KafkaConnection.MAX_BYTES;

    private final KafkaConnection connection;
    private final IngestionSettings settings;

    KafkaClients(KafkaConnection connection, IngestionSettings settings) {
        this.connection = connection;
        this.settings = settings;
    }

    Admin admin() {
        var config = new HashMap<>(connection.admin());
        config.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        config.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        return Admin.create(config);
    }

    Producer<String, byte[]> producer() {
        return new KafkaProducer<>(connection.producer());
    }

    /** Gives a member the same partition numbers of every topic, so one user's records come to one instance. */
    Consumer<String, byte[]> consumer() {
        var config = new HashMap<>(connection.consumer());
        config.putIfAbsent(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        config.putIfAbsent(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.maxBatch());
        config.putIfAbsent(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_MAX_BYTES);
        config.putIfAbsent(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        // What was seen of the bots' health is written in transactions, and counts when they are committed.
        config.putIfAbsent(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        protocol(settings.groupProtocol()).forEach(config::putIfAbsent);
        return new KafkaConsumer<>(config);
    }

    private static Map<String, Object> protocol(GroupProtocol protocol) {
        return switch (protocol) {
            case CONSUMER ->
                Map.of(
                        ConsumerConfig.GROUP_PROTOCOL_CONFIG,
                        "consumer",
                        ConsumerConfig.GROUP_REMOTE_ASSIGNOR_CONFIG,
                        "range");
            case CLASSIC ->
                Map.of(
                        ConsumerConfig.GROUP_PROTOCOL_CONFIG,
                        "classic",
                        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                        RangeAssignor.class.getName(),
                        ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                        6_000,
                        ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                        2_000);
        };
    }
}
