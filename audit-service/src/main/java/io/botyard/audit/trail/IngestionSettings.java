package io.botyard.audit.trail;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the topics are read.
 *
 * @param groupProtocol {@code consumer} (KIP-848), or {@code classic} for clusters that do not have it
 * @param maxBatch records that are kept at once at most, 1 to 5000
 * @param writers transactions that keep them at once, each some of the partitions; 1 to 8
 */
@ConfigurationProperties("botyard.audit.ingestion")
record IngestionSettings(
        @DefaultValue("consumer") GroupProtocol groupProtocol,
        @DefaultValue("5000") int maxBatch,
        @DefaultValue("2") int writers) {
    IngestionSettings {
        if (maxBatch < 1 || maxBatch > 5000) {
            throw new IllegalArgumentException("botyard.audit.ingestion.max-batch is 1 to 5000: " + maxBatch);
        }
        if (writers < 1 || writers > 8) {
            throw new IllegalArgumentException("botyard.audit.ingestion.writers is 1 to 8: " + writers);
        }
    }

    /** How members of the group agree on who reads what. */
    enum GroupProtocol {
        CONSUMER,
        CLASSIC
    }
}
