package io.botyard.worker.intake;

import io.botyard.contract.wire.KafkaConnection;
import io.botyard.contract.wire.KafkaSecurity;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where Kafka is.
 *
 * @param partitions the deployment's one partition count
 * @param security by TLS and as whom; nothing of both unless said
 * @param extra client settings of the deployment, which win
 */
@Validated
@ConfigurationProperties("botyard.kafka")
record KafkaSettings(
        @NotBlank String bootstrapServers,
        @Min(1) int partitions,
        @Nullable KafkaSecurity security,
        @DefaultValue Map<String, String> extra) {

    KafkaConnection connection() {
        return KafkaConnection.secured(bootstrapServers, security, extra);
    }

    @Override
    public String toString() {
        return "KafkaSettings[" + bootstrapServers + "]";
    }
}
