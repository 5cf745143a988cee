package io.botyard.worker.intake;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How far the intents and outcomes of a partition were written at some moment. It travels with the committed offset, so
 * that a new owner knows from where to read what the old one may have begun.
 */
record JournalEnds(long intents, long outcomes) {

    static final JournalEnds START = new JournalEnds(0, 0);

    private static final Pattern FORM = Pattern.compile("i=(\\d{1,18}),o=(\\d{1,18})");

    String metadata() {
        return "i=" + intents + ",o=" + outcomes;
    }

    static Optional<JournalEnds> parse(String metadata) {
        var match = FORM.matcher(metadata);
        return match.matches()
                ? Optional.of(new JournalEnds(Long.parseLong(match.group(1)), Long.parseLong(match.group(2))))
                : Optional.empty();
    }

    JournalEnds atLeast(JournalEnds other) {
        return new JournalEnds(Math.max(intents, other.intents), Math.max(outcomes, other.outcomes));
    }

    JournalEnds earlier(JournalEnds other) {
        return new JournalEnds(Math.min(intents, other.intents), Math.min(outcomes, other.outcomes));
    }
}
