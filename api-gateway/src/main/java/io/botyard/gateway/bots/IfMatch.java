package io.botyard.gateway.bots;

import io.botyard.gateway.access.ProblemCode;
import io.botyard.gateway.access.Rejection;
import io.botyard.gateway.bots.store.BotView;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code If-Match} as RFC 9110 has it: {@code *}, or a list of tags, of which weak ones match nothing. */
public final class IfMatch {

    private static final String ANY = "*";
    private static final Pattern NEXT =
            Pattern.compile("\\G[ \\t,]*((?:W/)?\"[\\x21\\x23-\\x7e\\x80-\\xff]*\")[ \\t]*(?:,[ \\t,]*|$)");

    private final boolean asked;
    private final Set<String> tags;

    private IfMatch(boolean asked, Set<String> tags) {
        this.asked = asked;
        this.tags = tags;
    }

    /** Of the header's value; several headers come as one, with commas. */
    public static IfMatch of(@Nullable String header) {
        if (header == null) {
            return new IfMatch(false, Set.of());
        }
        var value = header.strip();
        return new IfMatch(true, value.equals(ANY) ? Set.of(ANY) : tags(value));
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

    /**
     * The version that the bot must still have when its worker gets to it; null when any will do.
     *
     * @param bot as it is seen from here; none when there is none
     */
    public @Nullable Long version(Optional<BotView> bot) {
        if (!asked) {
            return null;
        }
        var now = bot.filter(seen -> tags.contains(ANY) || tags.contains(VersionTag.of(seen)))
                .orElseThrow(() -> Rejection.of(ProblemCode.PRECONDITION_FAILED));
        return tags.contains(ANY) ? null : (Long) now.version();
    }
}
