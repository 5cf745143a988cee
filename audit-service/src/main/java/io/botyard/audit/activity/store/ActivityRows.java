package io.botyard.audit.activity.store;

import io.botyard.audit.activity.Activity;
import io.botyard.audit.entry.Projection;
import io.botyard.contract.Message;
import io.botyard.contract.UserId;
import io.botyard.contract.event.ActivityCounted;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The windows that were told, each as it was when it had counted most, for a week. */
@Component
final class ActivityRows implements Projection {
    static final Duration KEPT = Duration.ofDays(7);
    /** With each batch go more than come with it, so what is too old is soon gone. */
    private static final int DROPPED_AT_ONCE = 1_000;

    private final JdbcTemplate batches;
    private final JdbcClient sql;
    private final Clock clock;

    ActivityRows(JdbcTemplate batches, Clock clock) {
        this.batches = batches;
        this.sql = JdbcClient.create(batches);
        this.clock = clock;
    }

    @Override
    public void keep(List<Message> batch) {
        var told = new LinkedHashMap<Place, ActivityCounted>();
        for (var message : batch) {
            if (message instanceof ActivityCounted counted) {
                told.merge(Place.of(counted), counted, (one, other) -> one.calls() > other.calls() ? one : other);
            }
        }
        if (!told.isEmpty()) {
            write(List.copyOf(told.values()));
            drop();
        }
    }

    /** What was counted in each step of a time that has any, by when it begins. */
    Map<Instant, Activity> of(UserId user, Instant from, Instant until, Duration step) {
        var found = new LinkedHashMap<Instant, Activity>();
        sql.sql("""
                        WITH step AS (
                            SELECT date_bin(make_interval(secs => ?), start, 'epoch') AS start, activity.calls,
                                activity.sends, activity.failures, activity.client_errors, activity.throttled,
                                activity.latency, activity.latency_ms
                            FROM audit.activity WHERE user_id = ? AND start >= ? AND start < ?),
                        histogram AS (
                            SELECT start, array_agg(many ORDER BY bucket) AS latency FROM (
                                SELECT start, bucket, sum(took)::bigint AS many
                                FROM step, unnest(latency) WITH ORDINALITY AS one (took, bucket)
                                GROUP BY start, bucket) counted
                            GROUP BY start)
                        SELECT start, sum(calls)::bigint AS calls, sum(sends)::bigint AS sends,
                            sum(failures)::bigint AS failures, sum(client_errors)::bigint AS client_errors,
                            sum(throttled)::bigint AS throttled, sum(latency_ms)::bigint AS latency_ms,
                            histogram.latency
                        FROM step JOIN histogram USING (start) GROUP BY start, histogram.latency ORDER BY start""").params(step.toSeconds(), user.value(), at(from), at(until)).query(row -> {
            found.put(row.getObject("start", OffsetDateTime.class).toInstant(), activity(row));
        });
        return found;
    }

    private void write(List<ActivityCounted> told) {
        batches.batchUpdate("""
                INSERT INTO audit.activity (user_id, start, partition, calls, sends, failures, client_errors, throttled,
                    latency, latency_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (user_id, start, partition) DO UPDATE SET
                    calls = excluded.calls, sends = excluded.sends, failures = excluded.failures,
                    client_errors = excluded.client_errors, throttled = excluded.throttled,
                    latency = excluded.latency, latency_ms = excluded.latency_ms
                WHERE excluded.calls > activity.calls""", told, told.size(), (row, counted) -> {
            row.setLong(1, counted.userId().value());
            row.setObject(2, at(counted.from()));
            row.setInt(3, counted.partition());
            row.setLong(4, counted.calls());
            row.setLong(5, counted.sends());
            row.setLong(6, counted.failures());
            row.setLong(7, counted.clientErrors());
            row.setLong(8, counted.throttled());
            row.setArray(
                    9,
                    row.getConnection()
                            .createArrayOf("bigint", counted.latency().toArray()));
            row.setLong(10, counted.latencyMs());
        });
    }

    private void drop() {
        sql.sql("""
                        DELETE FROM audit.activity WHERE ctid = ANY (ARRAY(
                            SELECT ctid FROM audit.activity WHERE start < ? LIMIT ? FOR UPDATE SKIP LOCKED))""").params(at(clock.instant().minus(KEPT)), DROPPED_AT_ONCE).update();
    }

    private static Activity activity(ResultSet row) throws SQLException {
        return new Activity(
                row.getLong("calls"),
                row.getLong("sends"),
                row.getLong("failures"),
                row.getLong("client_errors"),
                row.getLong("throttled"),
                List.of((Long[]) array(row.getArray("latency"))),
                row.getLong("latency_ms"));
    }

    private static Object array(Array latency) throws SQLException {
        return Objects.requireNonNull(latency.getArray());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private record Place(UserId user, Instant from, int partition) {
        static Place of(ActivityCounted counted) {
            return new Place(counted.userId(), counted.from(), counted.partition());
        }
    }
}
