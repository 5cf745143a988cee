package io.botyard.audit.fleet;

import java.util.List;

/** How much waits for the workers. */
public interface Lag {
    /**
     * By topic, as they stand in {@link WorkersInputs}.
     *
     * @throws io.botyard.audit.entry.KafkaAway when it cannot be known
     */
    List<TopicLag> now();
}
