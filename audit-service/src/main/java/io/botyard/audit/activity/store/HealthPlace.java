package io.botyard.audit.activity.store;

import io.botyard.contract.UserId;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a bot stands among those that are not well. */
record HealthPlace(Instant since, UserId user) {
    private static final Pattern FORM = Pattern.compile("1:(\\d{1,15}):(\\d{1,18})");

    /** As callers hold it: they hand it back and read nothing into it. */
    String cursor() {
        var text = "1:" + since.toEpochMilli() + ":" + user;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Nothing when it is none of ours. */
    static Optional<HealthPlace> read(String cursor) {
        try {
            var parts = FORM.matcher(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII));
            return parts.matches()
                    ? Optional.of(new HealthPlace(
                            Instant.ofEpochMilli(Long.parseLong(parts.group(1))),
                            new UserId(Long.parseLong(parts.group(2)))))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            return Optional.empty();
        }
    }
}
