package io.botyard.audit.trail;

/**
 * The deployment's one partition count, of every topic that is keyed by user.
 *
 * @param count positive
 */
public record Partitions(int count) {
    public Partitions {
        if (count < 1) {
            throw new IllegalArgumentException("botyard.kafka.partitions is at least 1: " + count);
        }
    }
}
