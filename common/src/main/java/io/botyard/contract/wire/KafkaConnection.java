package io.botyard.contract.wire;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Where Kafka is, and what every client of ours asks of it.
 *
 * @param extra settings of the deployment; they win
 */
public record KafkaConnection(String bootstrapServers, Map<String, String> extra) {

    /** What one request, one record and one fetch may hold: 1 MiB of body, sealed and encoded, always fits. */
    public static final int MAX_BYTES = 2 * 1024 * 1024;

    public KafkaConnection {
        extra = Map.copyOf(extra);
    }

    /**
     * By TLS and as somebody, where {@code security} says so.
     *
     * @throws io.botyard.start.StartRefused when what it says cannot be meant
     */
    public static KafkaConnection secured(
            String bootstrapServers, @Nullable KafkaSecurity security, Map<String, String> extra) {
        var said = security == null ? KafkaSecurity.NONE : security;
        return new KafkaConnection(bootstrapServers, said.clientSettings(extra));
    }

    public Map<String, Object> admin() {
        return with(Map.of());
    }

    /** Nothing is lost and nothing is doubled between producer and broker; a send is given up after 30 s. */
    public Map<String, Object> producer() {
        return with(Map.of(
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                StringSerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                MAX_BYTES,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                30_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                10_000,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                10_000));
    }

    /** Offsets are never committed behind our back. */
    public Map<String, Object> consumer() {
        return with(Map.of(
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                StringDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                MAX_BYTES,
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                100,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false));
    }

    /** The names alone of what a deployment gives: passwords are among the values. */
    @Override
    public String toString() {
        return "KafkaConnection[" + bootstrapServers + ", " + extra.keySet() + "]";
    }

    private Map<String, Object> with(Map<String, Object> ours) {
        var settings = new HashMap<String, Object>(ours);
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.putAll(extra);
        return settings;
    }
}
