package io.botyard.audit.entry;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How what was tried ended. The words are stable: they are stored, hashed and searched for. */
public enum EntryOutcome {
    /** It was done. */
    OK,
    /** A rule turned it down. */
    REFUSED,
    /** It was tried and did not come about. */
    FAILED,
    /** Whoever tried it was kept out. */
    DENIED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The outcome with this word, in lower case. */
    public static Optional<EntryOutcome> of(String word) {
        return Stream.of(values())
                .filter(outcome -> outcome.word().equals(word))
                .findAny();
    }
}
