package io.botyard.gateway.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.botyard.contract.EventId;
import io.botyard.contract.UserId;
import io.botyard.contract.event.Event;

/** What was told last: each event once, and of a bot nothing older. Remembers 100 000 bots and 10 000 events. */
final class Newest {

    private final Cache<UserId, Mark> bots =
            Caffeine.newBuilder().maximumSize(100_000).build();
    private final Cache<EventId, Boolean> told =
            Caffeine.newBuilder().maximumSize(10_000).build();

    /** A bot made later has a higher id, and its versions begin anew. */
    private record Mark(long bot, long version) {
        boolean after(Mark other) {
            return bot != other.bot ? bot > other.bot : version > other.version;
        }
    }

    /** The first time only: an event may come more than once, and the first of its copies counts. */
    boolean first(Event event) {
        return told.asMap().putIfAbsent(event.head().eventId(), true) == null;
    }

    /** Nothing later is known of this bot. What concerns a user without a bot has no version to go by. */
    boolean isNew(LiveFrame.Bot change) {
        var id = change.id();
        if (id == null) {
            return true;
        }
        var mark = new Mark(id.value(), change.version());
        return bots.asMap()
                .merge(change.userId(), mark, (known, next) -> known.after(next) ? known : next)
                .equals(mark);
    }
}
