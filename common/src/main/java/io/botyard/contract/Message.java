package io.botyard.contract;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** Anything the services say to each other over Kafka. */
public interface Message {

    /** What a message is called in topics, trails and operations: its record's name in snake_case. */
    static String kindOf(Class<? extends Message> type) {
        return Spelling.WORD_START.matcher(type.getSimpleName()).replaceAll("_").toLowerCase(Locale.ROOT);
    }

    /** Whose lane it belongs to: the Kafka key. */
    UserId userId();

    /** The same for every copy of this message. */
    @JsonIgnore
    UUID messageId();

    /** When it was said first. */
    @JsonIgnore
    Instant said();

    @JsonIgnore
    default String kind() {
        return kindOf(getClass());
    }

    /** Where a new word starts in a record's name. */
    final class Spelling {
        private static final Pattern WORD_START = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

        private Spelling() {}
    }
}
