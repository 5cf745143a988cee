package io.botyard.gateway.access;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list in the order of its ids is asked for.
 *
 * @param after the last id of the part before
 */
public record IdPaging(int limit, Optional<UUID> after) {

    private static final int USUAL = 50;
    private static final int MOST = 100;
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);

    /** As a query says it. */
    public static IdPaging of(@Nullable Integer limit, @Nullable String cursor) {
        var most = limit == null ? USUAL : limit;
        if (most < 1 || most > MOST) {
            throw Rejection.invalid("limit", "range", "is 1 to " + MOST);
        }
        if (cursor != null && !UUID_FORM.matcher(cursor).matches()) {
            throw Rejection.invalid("cursor", "form", "is a next_cursor of this list");
        }
        return new IdPaging(most, Optional.ofNullable(cursor).map(UUID::fromString));
    }

    /** One more than is shown, to see whether there is more. */
    public int read() {
        return limit + 1;
    }

    /** An id in a path; what cannot be one does not exist. */
    public static UUID id(String text) {
        if (!UUID_FORM.matcher(text).matches()) {
            throw Rejection.of(ProblemCode.NOT_FOUND);
        }
        return UUID.fromString(text);
    }
}
