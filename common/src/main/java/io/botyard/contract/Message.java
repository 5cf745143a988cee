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
        return Spelling.WORDS.get(type);
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
        private static final ClassValue<String> WORDS = new ClassValue<>() {
            @Override
            protected String computeValue(Class<?> type) {
                return WORD_START.matcher(type.getSimpleName()).replaceAll("_").toLowerCase(Locale.ROOT);
            }
        };

        private Spelling() {}
    }
}
