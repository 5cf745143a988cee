package io.botyard.audit.entry;

import java.util.List;
import java.util.Locale;

/**
 * The bytes an entry's hash is taken of, so that anyone can compute it again from the row.
 *
 * <p>The fields in this order, each as a four-byte big-endian length and that many bytes of UTF-8: the version
 * {@code botyard-entry-1}, previous hash (hex), seq, user_id, event_id (UUID in lower case), at (milliseconds since
 * 1970-01-01T00:00Z), actor id, actor role, actor via, ip, user agent, action, outcome, details (the JSON text as
 * stored), request_id. Numbers are decimal, roles and ways in lower case. An absent field is the length
 * {@code FFFFFFFF} without bytes, so it differs from an empty one. No two different entries share a form.
 */
final class CanonicalForm {
    private static final String VERSION = "botyard-entry-1";

    private CanonicalForm() {}

    static EntryHash hash(long seq, EntryHash previous, Statement says) {
        return EntryHash.of(bytes(seq, previous, says));
    }

    private static byte[] bytes(long seq, EntryHash previous, Statement says) {
        var actor = says.actor();
        var texts = List.of(
                VERSION,
                previous.hex(),
                Long.toString(seq),
                says.userId().toString(),
                says.eventId().toString(),
                Long.toString(says.at().toEpochMilli()),
                actor.id().toString(),
                lower(actor.role()),
                lower(actor.via()));
        var fields = new Fields();
        texts.forEach(fields::with);
        return fields.with(actor.ip())
                .with(actor.userAgent())
                .with(says.action())
                .with(says.outcome().word())
                .with(says.details().text())
                .with(says.requestId())
                .bytes();
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
