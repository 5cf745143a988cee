package io.botyard.audit.search;

import io.botyard.audit.entry.EntryPlace;
import io.botyard.contract.UserId;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** A place in the trail as callers hold it: they hand it back and read nothing into it. */
final class Cursor {
    private static final Pattern FORM = Pattern.compile("1:(-?\\d{1,15}):(\\d{1,18}):(\\d{1,18})");

    private Cursor() {}

    static String of(EntryPlace place) {
        var text = "1:" + place.at().toEpochMilli() + ":" + place.userId() + ":" + place.seq();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Nothing when it is none of ours. */
    static Optional<EntryPlace> read(String cursor) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            var parts = FORM.matcher(text);
            return parts.matches()
                    ? Optional.of(new EntryPlace(
                            Instant.ofEpochMilli(Long.parseLong(parts.group(1))),
                            new UserId(Long.parseLong(parts.group(2))),
                            Long.parseLong(parts.group(3))))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            return Optional.empty();
        }
    }
}
