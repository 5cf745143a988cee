package io.botyard.gateway;

import io.botyard.contract.wire.KafkaConnection;
import io.botyard.contract.wire.KafkaSecurity;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where Kafka is.
 *
 * @param partitions of the topics keyed by user; fixed at the deployment's first start
 * @param security by TLS and as whom; nothing of both unless said
 * @param extra settings for every Kafka client, which win
 */
@Validated
@ConfigurationProperties("botyard.kafka")
record KafkaSettings(
        @NotBlank String bootstrapServers,
        @Min(1) int partitions,
        @Nullable KafkaSecurity security,
        @Nullable Map<String, String> extra) {

    KafkaConnection connection() {
        return KafkaConnection.secured(bootstrapServers, security, extra == null ? Map.of() : extra);
    }

    @Override
    public String toString() {
        return "KafkaSettings[" + bootstrapServers + "]";
    }
}
