package io.botyard.gateway.bots.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a client wants to wait for an outcome.
 *
 * @param patience 0 to 30 s; nothing when the client left it to us, or asked for nothing that can be read
 * @param applied what the answer says of it
 */
record Preference(Optional<Duration> patience, Optional<String> applied) {

    static final String HEADER = "Prefer";

    private static final String APPLIED = "Preference-Applied";

    private static final Pattern WAIT = Pattern.compile("wait\\s*=\\s*\"?([0-9]|[12][0-9]|30)\"?");
    private static final String ASYNC = "respond-async";

    /** The first that can be read counts, and {@code wait} before {@code respond-async}. */
    static Preference of(List<String> headers) {
        var asked = headers.stream()
                .flatMap(Pattern.compile(",")::splitAsStream)
                .map(preference -> preference.strip().toLowerCase(Locale.ROOT))
                .toList();
        return asked.stream()
                .map(WAIT::matcher)
                .filter(Matcher::matches)
                .map(wait -> Integer.parseInt(wait.group(1)))
                .map(seconds ->
                        new Preference(Optional.of(Duration.ofSeconds(seconds)), Optional.of("wait=" + seconds)))
                .findFirst()
                .orElseGet(() -> asked.contains(ASYNC)
                        ? new Preference(Optional.of(Duration.ZERO), Optional.of(ASYNC))
                        : new Preference(Optional.empty(), Optional.empty()));
    }

    void tell(Asking asking) {
        applied.ifPresent(preference -> asking.remark(APPLIED, preference));
    }
}
