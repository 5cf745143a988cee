package io.botyard.audit.fleet.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The workers' own views of what they are and hold. */
@Component
final class WorkerRows {
    /**
     * What all of them wait for.
     *
     * @param at now, by the database's clock
     * @param gates chats and bots that are to wait, as Telegram said
     */
    record Moment(Instant at, long gates) {}

    private final JdbcClient sql;

    WorkerRows(JdbcClient sql) {
        this.sql = sql;
    }

    Moment now() {
        return sql.sql("SELECT clock_timestamp() AS at, waiting FROM bots.gate_view")
                .query((row, _) -> new Moment(time(row, "at"), row.getLong("waiting")))
                .single();
    }

    /** Those that have said something within a day. */
    List<Worker> all() {
        return sql.sql("SELECT * FROM bots.worker_view ORDER BY host, started_at, worker")
                .query((row, _) -> new Worker(
                        row.getString("worker"),
                        row.getString("host"),
                        time(row, "started_at"),
                        time(row, "seen_at"),
                        row.getInt("resident_bots"),
                        row.getInt("calls_under_way"),
                        row.getInt("parked_calls")))
                .list();
    }

    /** Who holds which partition; one whose lease has run out is nobody's. */
    Map<Integer, String> holders() {
        var holders = new HashMap<Integer, String>();
        sql.sql("SELECT partition, holder FROM bots.ownership_view WHERE lease_until > clock_timestamp()")
                .query(row -> {
                    holders.put(row.getInt("partition"), row.getString("holder"));
                });
        return holders;
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
