package io.botyard.worker.intake;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells Kafka how far records are finished. What it does not come to know is read again and recognised. */
final class Commits {

    private static final Logger LOG = LoggerFactory.getLogger(Commits.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Consumer<String, byte[]> consumer;
    private final Ticker ticker;
    private final Duration every;
    private long last;

    Commits(Consumer<String, byte[]> consumer, Ticker ticker, Duration every) {
        this.consumer = consumer;
        this.ticker = ticker;
        this.every = every;
    }

    void nowAndThen(Collection<OwnedPartition> partitions) {
        var now = ticker.read();
        if (now - last < every.toNanos()) {
            return;
        }
        last = now;
        var commits = new HashMap<TopicPartition, OffsetAndMetadata>();
        partitions.forEach(owned -> commits.putAll(owned.committable()));
        if (!commits.isEmpty()) {
            consumer.commitAsync(commits, null);
        }
    }

    /** Before a partition is handed over. */
    void last(Map<TopicPartition, OffsetAndMetadata> commits) {
        if (commits.isEmpty()) {
            return;
        }
        try {
            commit(commits);
        } catch (KafkaException refused) {
            LOG.atWarn()
                    .addKeyValue("reason", refused.getClass().getSimpleName())
                    .log("offsets not committed at hand-over");
        }
    }

    private void commit(Map<TopicPartition, OffsetAndMetadata> commits) {
        try {
            consumer.commitSync(commits, PATIENCE);
        } catch (WakeupException meantForThePoll) {
            // Whoever stops the loop may have woken it when it was not polling.
            consumer.commitSync(commits, PATIENCE);
        }
    }
}
