package io.botyard.audit.trail.seal;

import io.botyard.audit.entry.EntryHash;
import io.botyard.contract.UserId;
import io.botyard.contract.wire.UserPartitions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the database holds of partitions of which nothing was ever signed: signing has to begin somewhere. */
@Component
final class RecordedHashes {
    private static final int ENTRIES_AT_ONCE = 1_000;
    private static final int USERS_AT_ONCE = 500;
    private final JdbcClient sql;

    RecordedHashes(JdbcClient sql) {
        this.sql = sql;
    }

    /** By partition, as it is when this is first asked. */
    Reading by(UserPartitions partitions) {
        return new Reading(partitions);
    }

    private Map<Integer, List<Long>> users(UserPartitions partitions) {
        var users = new HashMap<Integer, List<Long>>();
        var last = -1L;
        for (var page = usersAfter(last); !page.isEmpty(); page = usersAfter(last)) {
            for (var user : page) {
                users.computeIfAbsent(partitions.of(new UserId(user)), _ -> new ArrayList<>())
                        .add(user);
            }
            last = page.getLast();
        }
        return users;
    }

    private void everything(List<Long> users, Taker taker) {
        for (var from = 0; from < users.size(); from += USERS_AT_ONCE) {
            var some = users.subList(from, Math.min(from + USERS_AT_ONCE, users.size()))
                    .toArray(Long[]::new);
            var last = new Place(-1, 0);
            for (var page = after(some, last); !page.isEmpty(); page = after(some, last)) {
                page.forEach(one -> taker.take(new UserId(one.user()), one.seq(), new EntryHash(one.hash())));
                last = new Place(page.getLast().user(), page.getLast().seq());
            }
        }
    }

    private List<Long> usersAfter(long last) {
        return sql.sql("SELECT DISTINCT user_id FROM audit.entries WHERE user_id > ? ORDER BY user_id LIMIT ?")
                .params(last, USERS_AT_ONCE)
                .query((row, _) -> row.getLong("user_id"))
                .list();
    }

    private List<Row> after(Long[] users, Place place) {
        return sql.sql("""
                        SELECT user_id, seq, hash FROM audit.entries
                        WHERE user_id = ANY (?) AND user_id >= ? AND (user_id, seq) > (?, ?)
                        ORDER BY user_id, seq LIMIT ?""")
                .params(users, place.user(), place.user(), place.seq(), ENTRIES_AT_ONCE)
                .query((row, _) -> new Row(row.getLong("user_id"), row.getLong("seq"), row.getString("hash")))
                .list();
    }

    /** However many partitions begin, users are looked for once, and no entry is read for another's partition. */
    final class Reading {
        private final UserPartitions partitions;
        private @Nullable Map<Integer, List<Long>> users;

        private Reading(UserPartitions partitions) {
            this.partitions = partitions;
        }

        /** Every entry of the partition's users, by user and seq. */
        void everything(int partition, Taker taker) {
            var known = users == null ? RecordedHashes.this.users(partitions) : users;
            users = known;
            RecordedHashes.this.everything(known.getOrDefault(partition, List.of()), taker);
        }
    }

    /** What becomes of each. */
    interface Taker {
        void take(UserId user, long seq, EntryHash hash);
    }

    private record Place(long user, long seq) {}

    private record Row(long user, long seq, String hash) {}
}
