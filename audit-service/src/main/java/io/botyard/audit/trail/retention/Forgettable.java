package io.botyard.audit.trail.retention;

import io.botyard.contract.wire.Topic;
import java.util.Locale;
import java.util.Set;

/** Rows that keep what Kafka tells again from counting twice, and are not needed when it tells of that no more. */
enum Forgettable {
    /** An event has one entry as long as its id is known. */
    EVENTS,
    /** A call counts as one use as long as its operation is known. */
    OPERATIONS;

    /** That tell of them. */
    Set<Topic> topics() {
        return switch (this) {
            case EVENTS -> Set.of(Topic.BOT_EVENTS, Topic.AUDIT_ACCESS);
            case OPERATIONS -> Set.of(Topic.BOT_CALLS, Topic.BOT_OUTCOMES);
        };
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
