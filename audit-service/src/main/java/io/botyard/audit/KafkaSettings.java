package io.botyard.audit;

import io.botyard.contract.wire.KafkaConnection;
import io.botyard.contract.wire.KafkaSecurity;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The cluster.
 *
 * @param partitions of every topic keyed by user; fixed at the deployment's first start
 * @param security by TLS and as whom; nothing of both unless said
 * @param extra client settings of the deployment, which win
 */
@ConfigurationProperties("botyard.kafka")
record KafkaSettings(
        String bootstrapServers,
        int partitions,
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
