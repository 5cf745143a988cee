package io.botyard.audit.search;

import io.botyard.audit.entry.Entry;
import io.botyard.audit.entry.EntryOutcome;
import io.botyard.audit.entry.EntryPlace;
import io.botyard.contract.Json;
import io.botyard.contract.Role;
import io.botyard.contract.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the trail, newest first.
 *
 * @param nextCursor where the next part begins; none when this was the last
 */
record TrailPage(List<Item> items, @Nullable String nextCursor) {
    /**
     * @param found one more than {@code limit}, if there are more
     */
    static TrailPage of(List<Entry> found, int limit) {
        var shown = found.subList(0, Math.min(limit, found.size()));
        return new TrailPage(
                shown.stream().map(Item::of).toList(),
                found.size() > limit ? Cursor.of(EntryPlace.of(shown.getLast())) : null);
    }

    record Item(
            long seq,
            Instant at,
            Who actor,
            String action,
            UserId userId,
            EntryOutcome outcome,
            Json details,
            String requestId,
            String hash) {
        static Item of(Entry entry) {
            var says = entry.says();
            var actor = says.actor();
            return new Item(
                    entry.seq(),
                    says.at(),
                    new Who(actor.id(), actor.role(), actor.ip(), actor.userAgent()),
                    says.action(),
                    says.userId(),
                    says.outcome(),
                    says.details(),
                    says.requestId(),
                    entry.hash().hex());
        }
    }

    record Who(
            UserId id,
            Role role,
            @Nullable String ip,
            @Nullable String userAgent) {}
}
