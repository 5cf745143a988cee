package io.botyard.audit.operations;

import io.botyard.contract.CommandId;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Where an operation stands among its user's: by when it was listed, then by id. It never moves, and no two stand in one
 * place.
 */
record OperationPlace(Instant listedAt, CommandId id) {
    private static final Pattern FORM = Pattern.compile("1:(\\d{1,15}):([0-9a-f-]{36})");

    /** As callers hold it: they hand it back and read nothing into it. */
    String cursor() {
        var text = "1:" + listedAt.toEpochMilli() + ":" + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Nothing when it is none of ours. */
    static Optional<OperationPlace> read(String cursor) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            var parts = FORM.matcher(text);
            return parts.matches()
                    ? Optional.of(new OperationPlace(
                            Instant.ofEpochMilli(Long.parseLong(parts.group(1))),
                            new CommandId(UUID.fromString(parts.group(2)))))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            return Optional.empty();
        }
    }
}
