package io.botyard.audit.trail.seal;

import io.botyard.audit.entry.EntryHash;
import io.botyard.contract.UserId;
import io.botyard.contract.wire.UserPartitions;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the database holds of a partition of which nothing was ever signed: signing has to begin somewhere. */
@Component
final class RecordedHashes {
    private static final int AT_ONCE = 1_000;
    private final JdbcClient sql;

    RecordedHashes(JdbcClient sql) {
        this.sql = sql;
    }

    /** Every entry of the partition's users, by user and seq. */
    void everything(int partition, UserPartitions partitions, Taker taker) {
        var last = new Place(-1, 0);
        for (var page = after(last); !page.isEmpty(); page = after(last)) {
            for (var one : page) {
                var user = new UserId(one.user());
                if (partitions.of(user) == partition) {
                    taker.take(user, one.seq(), new EntryHash(one.hash()));
                }
            }
            last = new Place(page.getLast().user(), page.getLast().seq());
        }
    }

    private List<Row> after(Place place) {
        return sql.sql("""
                        SELECT user_id, seq, hash FROM audit.entries WHERE (user_id, seq) > (?, ?)
                        ORDER BY user_id, seq LIMIT ?""")
                .params(place.user(), place.seq(), AT_ONCE)
                .query((row, _) -> new Row(row.getLong("user_id"), row.getLong("seq"), row.getString("hash")))
                .list();
    }

    /** What becomes of each. */
    interface Taker {
        void take(UserId user, long seq, EntryHash hash);
    }

    private record Place(long user, long seq) {}

    private record Row(long user, long seq, String hash) {}
}
