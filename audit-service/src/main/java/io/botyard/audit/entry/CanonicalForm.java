package io.botyard.audit.entry;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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
    private static final int ABSENT = -1;

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
        var bytes = new ByteArrayOutputStream(512);
        try (var out = new DataOutputStream(bytes)) {
            for (var text : texts) {
                write(out, text);
            }
            write(out, actor.ip());
            write(out, actor.userAgent());
            write(out, says.action());
            write(out, says.outcome().word());
            write(out, says.details().text());
            write(out, says.requestId());
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory is always written to", impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(ABSENT);
            return;
        }
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
