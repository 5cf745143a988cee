package io.botyard.worker.intake;

import io.botyard.contract.wire.KafkaConnection;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where Kafka is.
 *
 * @param partitions the deployment's one partition count
 * @param extra client settings of the deployment, such as TLS and SASL
 */
@Validated
@ConfigurationProperties("botyard.kafka")
record KafkaSettings(
        @NotBlank String bootstrapServers,
        @Min(1) int partitions,
        @DefaultValue Map<String, String> extra) {

    KafkaConnection connection() {
        return new KafkaConnection(bootstrapServers, extra);
    }
}
