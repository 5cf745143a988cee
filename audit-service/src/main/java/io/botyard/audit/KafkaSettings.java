package io.botyard.audit;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The cluster.
 *
 * @param partitions of every topic keyed by user; fixed at the deployment's first start
 * @param extra client settings of the deployment, such as TLS and SASL
 */
@ConfigurationProperties("botyard.kafka")
record KafkaSettings(
        String bootstrapServers,
        int partitions,
        @DefaultValue Map<String, String> extra) {}
