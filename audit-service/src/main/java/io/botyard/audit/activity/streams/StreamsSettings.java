package io.botyard.audit.activity.streams;

import io.botyard.audit.activity.ActivitySettings;
import io.botyard.contract.wire.KafkaConnection;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.springframework.stereotype.Component;

/** What Kafka Streams is told. */
@Component
final class StreamsSettings {
    /** So long a partition rests whose instance was killed. */
    private static final int SESSION_MS = 10_000;

    private static final int HEARTBEAT_MS = 3_000;
    /** What is counted many times between two commits is written once. */
    private static final long CACHED_BYTES = 16L * 1024 * 1024;

    private final KafkaConnection kafka;
    private final ActivitySettings settings;
    private final ActivityMetrics metrics;

    StreamsSettings(KafkaConnection kafka, ActivitySettings settings, ActivityMetrics metrics) {
        this.kafka = kafka;
        this.settings = settings;
        this.metrics = metrics;
    }

    /** The deployment's own settings of Kafka's clients win, as they do everywhere. */
    Properties properties() {
        var properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, settings.applicationId());
        properties.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDir().toString());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, settings.standbys());
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        properties.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, settings.commitEvery().toMillis());
        properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, CACHED_BYTES);
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedMemory.class);
        properties.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, SetAside.class);
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), SESSION_MS);
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), HEARTBEAT_MS);
        properties.put(
                StreamsConfig.consumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG),
                KafkaConnection.MAX_BYTES);
        properties.put(SetAside.METRICS, metrics);
        properties.putAll(kafka.admin());
        return properties;
    }
}
