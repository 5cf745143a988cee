package io.botyard.audit.fleet;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the workers are looked at.
 *
 * @param group the consumer group that all workers share
 * @param silentAfter a worker that has said nothing for so long is silent
 * @param lagKept how long nobody asks Kafka again, also when it did not answer
 * @param patience how long Kafka may take; gateways wait for 3 s
 */
@ConfigurationProperties("botyard.audit.fleet")
public record FleetSettings(
        @DefaultValue("bot-worker") String group,
        @DefaultValue("30s") Duration silentAfter,
        @DefaultValue("3s") Duration lagKept,
        @DefaultValue("2s") Duration patience) {}
