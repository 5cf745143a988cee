package io.botyard.contract.wire;

import java.time.Duration;
import java.util.Locale;

/** The topics, their retention and whether they share the one partition count that ties a user to a worker. */
public enum Topic {
    BOT_COMMANDS(Duration.ofDays(7), Layout.BY_USER),
    BOT_CALLS(Duration.ofDays(7), Layout.BY_USER),
    BOT_UPDATES(Duration.ofDays(2), Layout.BY_USER),
    BOT_INTENTS(Duration.ofDays(7), Layout.BY_USER),
    BOT_EVENTS(Duration.ofDays(30), Layout.BY_USER),
    BOT_OUTCOMES(Duration.ofDays(7), Layout.BY_USER),
    BOT_REPLIES(Duration.ofMinutes(10), Layout.BY_GATEWAY),
    AUDIT_ACCESS(Duration.ofDays(30), Layout.BY_USER),
    /** Kept for ever, whole: a head that a later one had replaced could not tell any more what was changed since. */
    AUDIT_HEADS(Duration.ofMillis(-1), Layout.BY_USER),
    OPS_ACTIVITY(Duration.ofDays(7), Layout.BY_USER),
    /** Of each user, the last one is kept for longer than the others. */
    OPS_HEALTH(Duration.ofDays(7), Layout.BY_USER);

    static final String DEAD_LETTER_SUFFIX = ".dlq";

    /** How long what could not be handled is kept for somebody to look at. */
    static final Duration DEAD_LETTER_RETENTION = Duration.ofDays(30);

    private final Duration retention;
    private final Layout layout;

    Topic(Duration retention, Layout layout) {
        this.retention = retention;
        this.layout = layout;
    }

    /** As Kafka knows it, such as {@code bot.commands}. */
    public String topicName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** Where records of this topic go that cannot be handled. */
    public String deadLetterName() {
        return topicName() + DEAD_LETTER_SUFFIX;
    }

    Duration retention() {
        return retention;
    }

    /** Whether a record makes the earlier ones of its key dispensable. */
    boolean compacted() {
        return this == OPS_HEALTH;
    }

    boolean keptForEver() {
        return retention.isNegative();
    }

    /** Its partition count is the deployment's one: a user has the same partition number in all of these. */
    public boolean byUser() {
        return layout == Layout.BY_USER;
    }

    private enum Layout {
        BY_USER,
        BY_GATEWAY
    }
}
