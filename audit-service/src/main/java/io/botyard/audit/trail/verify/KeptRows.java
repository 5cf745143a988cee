package io.botyard.audit.trail.verify;

import io.botyard.audit.entry.Entry;
import io.botyard.audit.entry.proof.KeptEntry;
import io.botyard.audit.entry.proof.KeptEntry.Place;
import io.botyard.audit.entry.proof.KeptTrails;
import io.botyard.audit.trail.rows.EntryRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The trails in Postgres, page by page, for a role that may only read. */
public final class KeptRows implements KeptTrails {
    private static final String ROWS =
            "SELECT recorded_at::text AS recorded, recorded_at, " + EntryRow.COLUMNS + " FROM audit.entries WHERE ";
    private static final int MOST_BETWEEN = 20_000;
    private final JdbcClient sql;

    public KeptRows(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<KeptEntry> after(Place place, int limit) {
        return sql.sql(ROWS + """
                        (user_id, seq, recorded_at) > (?, ?, ?::timestamptz)
                        ORDER BY user_id, seq, recorded_at LIMIT ?""")
                .params(place.user(), place.seq(), place.recorded(), limit)
                .query((row, _) -> read(row))
                .list();
    }

    @Override
    public List<KeptEntry> between(long user, long first, long last) {
        return sql.sql(ROWS + "user_id = ? AND seq BETWEEN ? AND ? ORDER BY seq, recorded_at LIMIT ?")
                .params(user, first, last, MOST_BETWEEN)
                .query((row, _) -> read(row))
                .list();
    }

    @Override
    public List<Long> placesOf(long user, String hash) {
        return sql.sql("SELECT seq FROM audit.entries WHERE user_id = ? AND hash = ? ORDER BY seq LIMIT 10")
                .params(user, hash)
                .query((row, _) -> row.getLong("seq"))
                .list();
    }

    @Override
    public SortedMap<Long, Long> lastBefore(Instant before, long user, int users) {
        var lasts = new TreeMap<Long, Long>();
        sql.sql("""
                        SELECT user_id, max(seq) AS seq FROM audit.entries WHERE recorded_at < ? AND user_id > ?
                        GROUP BY user_id ORDER BY user_id LIMIT ?""").params(before.atOffset(ZoneOffset.UTC), user, users).query(row -> {
            lasts.put(row.getLong("user_id"), row.getLong("seq"));
        });
        return lasts;
    }

    @Override
    public Map<Source, Long> positions() {
        var positions = new HashMap<Source, Long>();
        sql.sql("SELECT topic, partition, next FROM audit.positions").query(row -> {
            positions.put(new Source(row.getString("topic"), row.getInt("partition")), row.getLong("next"));
        });
        return positions;
    }

    private static KeptEntry read(ResultSet row) throws SQLException {
        return new KeptEntry(
                new Place(row.getLong("user_id"), row.getLong("seq"), row.getString("recorded")),
                time(row),
                row.getString("hash"),
                entry(row));
    }

    /** Somebody who may change rows may put anything into them; that is for the verification to say, not a failure. */
    private static @Nullable Entry entry(ResultSet row) throws SQLException {
        try {
            return EntryRow.read(row);
        } catch (IllegalArgumentException | DateTimeException tampered) {
            return null;
        }
    }

    private static Instant time(ResultSet row) throws SQLException {
        var recorded = row.getObject("recorded_at", OffsetDateTime.class);
        return recorded.equals(OffsetDateTime.MIN) ? Instant.EPOCH : recorded.toInstant();
    }
}
