package io.botyard.gateway.access;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code If-Match} as RFC 9110 has it: {@code *}, or a list of tags, of which weak ones match nothing. */
public final class EntityTags {

    private static final String ANY = "*";
    private static final Pattern NEXT =
            Pattern.compile("\\G[ \\t,]*((?:W/)?\"[\\x21\\x23-\\x7e\\x80-\\xff]*\")[ \\t]*(?:,[ \\t,]*|$)");

    private final boolean asked;
    private final Set<String> tags;

    private EntityTags(boolean asked, Set<String> tags) {
        this.asked = asked;
        this.tags = tags;
    }

    /** Of the header's value; several headers come as one, with commas. */
    public static EntityTags of(@Nullable String header) {
        if (header == null) {
            return new EntityTags(false, Set.of());
        }
        var value = header.strip();
        return new EntityTags(true, value.equals(ANY) ? Set.of(ANY) : tags(value));
    }

    private static Set<String> tags(String value) {
        var tags = new HashSet<String>();
        var next = NEXT.matcher(value);
        var end = 0;
        while (next.find()) {
            tags.add(next.group(1));
            end = next.end();
        }
        if (tags.isEmpty() || end < value.length()) {
            throw Rejection.of(ProblemCode.MALFORMED_REQUEST, "If-Match is * or a list of entity tags.");
        }
        return tags;
    }

    /** Whether there is a condition at all. */
    public boolean asked() {
        return asked;
    }

    /** Whether it is enough that there is something. */
    public boolean any() {
        return tags.contains(ANY);
    }

    /** Whether what has this tag is what the client read. */
    public boolean match(String tag) {
        return !asked || any() || tags.contains(tag);
    }
}
