package io.botyard.audit.operations;

import io.botyard.contract.BotRowId;
import io.botyard.contract.UserId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How many calls each bot has made of Telegram and when it made the last one: each call once, however often tried. */
@Component
final class UsageCounters {
    private final JdbcTemplate sql;

    UsageCounters(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** Counts those that Telegram was asked for; each must be the first end of its operation. */
    void count(List<Ending> firstEndings) {
        var uses = new TreeMap<Bot, Use>();
        for (var ending : firstEndings) {
            bot(ending).ifPresent(bot -> uses.merge(bot, new Use(1, ending.at()), Use::and));
        }
        if (!uses.isEmpty()) {
            add(uses);
        }
    }

    private void add(Map<Bot, Use> uses) {
        sql.batchUpdate("""
                INSERT INTO audit.usage (user_id, id, total_requests, last_used_at) VALUES (?, ?, ?, ?)
                ON CONFLICT (user_id, id) DO UPDATE SET
                    total_requests = usage.total_requests + excluded.total_requests,
                    last_used_at = greatest(usage.last_used_at, excluded.last_used_at)""", List.copyOf(uses.entrySet()), uses.size(), (row, use) -> {
            row.setLong(1, use.getKey().user().value());
            row.setLong(2, use.getKey().id().value());
            row.setLong(3, use.getValue().calls());
            row.setObject(4, use.getValue().last().atOffset(ZoneOffset.UTC));
        });
    }

    private static Optional<Bot> bot(Ending ending) {
        return ending.attempts() < 1
                ? Optional.empty()
                : Optional.ofNullable(ending.bot()).map(id -> new Bot(ending.userId(), id));
    }

    private record Bot(UserId user, BotRowId id) implements Comparable<Bot> {
        @Override
        public int compareTo(Bot other) {
            var byUser = Long.compare(user.value(), other.user.value());
            return byUser != 0 ? byUser : Long.compare(id.value(), other.id.value());
        }
    }

    private record Use(long calls, Instant last) {
        Use and(Use other) {
            return new Use(calls + other.calls, last.isAfter(other.last) ? last : other.last);
        }
    }
}
