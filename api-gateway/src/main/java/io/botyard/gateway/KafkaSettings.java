package io.botyard.gateway;

import io.botyard.contract.wire.KafkaConnection;
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
 * @param extra settings for every Kafka client, such as TLS and SASL
 */
@Validated
@ConfigurationProperties("botyard.kafka")
record KafkaSettings(
        @NotBlank String bootstrapServers,
        @Min(1) int partitions,
        @Nullable Map<String, String> extra) {

    KafkaConnection connection() {
        return new KafkaConnection(bootstrapServers, extra == null ? Map.of() : extra);
    }
}
