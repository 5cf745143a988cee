package io.botyard.audit.search;

import io.botyard.audit.entry.Entry;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * CSV as RFC 4180 has it. A cell that a spreadsheet would take for a formula begins with an apostrophe: user agents and
 * request ids are whatever somebody sent.
 */
final class CsvLines implements Lines {
    private static final String END = "\r\n";
    private static final String FORMULAS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";
    private static final String CONTROLS = "\t\r\n";
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final List<String> COLUMNS = List.of(
            "seq",
            "at",
            "user_id",
            "actor_id",
            "actor_role",
            "actor_ip",
            "actor_user_agent",
            "action",
            "outcome",
            "details",
            "request_id",
            "hash");

    @Override
    public String heading() {
        return line(COLUMNS.stream());
    }

    @Override
    public String of(Entry entry) {
        var says = entry.says();
        var actor = says.actor();
        return line(Stream.of(
                Long.toString(entry.seq()),
                MILLIS.format(says.at()),
                says.userId().toString(),
                actor.id().toString(),
                actor.role().name().toLowerCase(Locale.ROOT),
                absentAsEmpty(actor.ip()),
                absentAsEmpty(actor.userAgent()),
                says.action(),
                says.outcome().word(),
                says.details().text(),
                says.requestId(),
                entry.hash().hex()));
    }

    private static String line(Stream<String> cells) {
        return cells.map(CsvLines::cell).collect(Collectors.joining(",", "", END));
    }

    private static String cell(String text) {
        var harmless = isFormula(text) ? "'" + text : text;
        return harmless.chars().anyMatch(letter -> ",\"\r\n".indexOf(letter) >= 0) || !harmless.equals(text)
                ? "\"" + harmless.replace("\"", "\"\"") + "\""
                : harmless;
    }

    /** Also behind blanks, which some programs take away first. */
    private static boolean isFormula(String text) {
        var bare = text.stripLeading();
        return !text.isEmpty()
                && (CONTROLS.indexOf(text.charAt(0)) >= 0
                        || (!bare.isEmpty() && FORMULAS.indexOf(bare.charAt(0)) >= 0));
    }

    private static String absentAsEmpty(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
