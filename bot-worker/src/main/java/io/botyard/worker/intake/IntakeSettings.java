package io.botyard.worker.intake;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How this worker takes records in.
 *
 * @param group the consumer group all workers share
 * @param protocol {@code consumer} (KIP-848), or {@code classic} for clusters whose session timeout cannot be set
 * @param maxInFlight records of a topic that this node has not finished; above it no more are read
 * @param drain how long a hand-over waits for calls under way
 * @param commitEvery how often finished offsets are committed
 */
@Validated
@ConfigurationProperties("botyard.worker.intake")
record IntakeSettings(
        @DefaultValue("bot-worker") String group,
        @DefaultValue("consumer") Protocol protocol,
        @DefaultValue("10000") @Min(1) int maxInFlight,
        @DefaultValue("3s") Duration drain,
        @DefaultValue("500ms") Duration commitEvery) {

    enum Protocol {
        CONSUMER,
        CLASSIC
    }
}
