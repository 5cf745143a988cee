package io.botyard.gateway.bots;

import io.botyard.gateway.access.EntityTags;
import io.botyard.gateway.access.ProblemCode;
import io.botyard.gateway.access.Rejection;
import io.botyard.gateway.bots.store.BotView;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code If-Match} of a call that changes a bot. */
public final class IfMatch {

    private final EntityTags tags;

    private IfMatch(EntityTags tags) {
        this.tags = tags;
    }

    /** Of the header's value; several headers come as one, with commas. */
    public static IfMatch of(@Nullable String header) {
        return new IfMatch(EntityTags.of(header));
    }

    /**
     * The version that the bot must still have when its worker gets to it; null when any will do.
     *
     * @param bot as it is seen from here; none when there is none
     */
    public @Nullable Long version(Optional<BotView> bot) {
        if (!tags.asked()) {
            return null;
        }
        var now = bot.filter(seen -> tags.match(VersionTag.of(seen)))
                .orElseThrow(() -> Rejection.of(ProblemCode.PRECONDITION_FAILED));
        return tags.any() ? null : (Long) now.version();
    }
}
