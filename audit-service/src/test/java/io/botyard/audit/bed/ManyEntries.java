package io.botyard.audit.bed;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Entries as a large deployment has them after a year, in the real months: few users do much and many little, a tenth is
 * the platform's, twenty admins act on others, and some actions are rare. They are no chains and nothing signed them.
 */
public final class ManyEntries {
    public static final int USERS = 100_000;
    public static final int ADMINS = 20;
    private static final int MONTHS = 12;

    /** One in so many has a rare action. */
    public static final int RARE = 10_000;

    private static final String ROWS = """
            INSERT INTO audit.entries
            SELECT recorded, user_id, number, gen_random_uuid(), recorded - interval '1 second' * random(), actor_id,
                CASE WHEN actor_id > %1$d THEN 'admin' WHEN actor_id = 0 THEN 'nobody' ELSE 'user' END, 'session',
                '192.0.2.' || number %% 250, 'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0',
                CASE WHEN number %% %2$d = 7 THEN 'bot_suspended' WHEN user_id = 0 THEN 'login_failed'
                    WHEN actor_id > %1$d THEN 'trail_read'
                    ELSE (ARRAY['user_logged_in', 'user_logged_in', 'bot_registered', 'bot_verified',
                        'bot_rate_limits_changed', 'command_refused'])[1 + number %% 6] END,
                CASE WHEN user_id = 0 THEN 'denied' WHEN number %% 1000 = 3 THEN 'failed'
                    WHEN number %% 20 = 1 THEN 'refused' ELSE 'ok' END,
                '{"command_id":"' || gen_random_uuid() || '","id":' || number || ',"status":"active"}',
                gen_random_uuid()::text, encode(sha256(number::text::bytea), 'hex')
            FROM (
                SELECT number, user_id, CASE WHEN user_id = 0 THEN 0
                        WHEN random() < 0.1 THEN %1$d + 1 + floor(random() * %3$d)::bigint ELSE user_id END actor_id,
                    date_trunc('month', now()) - interval '1 month' * ? + interval '28 days' * random() recorded
                FROM (
                    SELECT number, CASE WHEN random() < 0.1 THEN 0
                        ELSE 1 + floor(%1$d * power(random(), 2))::bigint END user_id
                    FROM generate_series(?::bigint, ?::bigint) number
                ) users
            ) actors""".formatted(USERS, RARE, ADMINS);

    private final JdbcClient sql;

    public ManyEntries(AuditBed bed) {
        this.sql = bed.sql();
    }

    /** Into empty tables; their indexes are made anew behind them, as they were. */
    public void fill(long count) {
        run("ALTER SYSTEM SET max_wal_size = '8GB'");
        sql.sql("SELECT pg_reload_conf()").query(reloaded -> {});
        sql.sql("SELECT audit.prepare_months((now() - interval '12 months')::date, 13)")
                .query(months -> {});
        var indexes = sql.sql("""
                        SELECT indexdef FROM pg_indexes
                        WHERE schemaname = 'audit' AND tablename = 'entries' AND indexname <> 'entries_pkey'""")
                .query((row, _) -> Objects.requireNonNull(row.getString(1)))
                .list();
        sql.sql("""
                        SELECT 'DROP INDEX audit.' || indexname FROM pg_indexes
                        WHERE schemaname = 'audit' AND tablename = 'entries' AND indexname <> 'entries_pkey'""")
                .query((row, _) -> Objects.requireNonNull(row.getString(1)))
                .list()
                .forEach(this::run);
        var each = count / MONTHS;
        IntStream.range(0, MONTHS)
                .forEach(month -> sql.sql(ROWS)
                        .params(MONTHS - 1 - month, month * each + 1, (month + 1) * each)
                        .update());
        indexes.stream()
                .map(definition -> "SET maintenance_work_mem = '512MB'; " + definition.replace(" ON ONLY ", " ON "))
                .forEach(this::run);
        run("ANALYZE audit.entries");
    }

    /** The partitions that hold so many that nobody may read one through. */
    public List<String> large() {
        return sql.sql("""
                        SELECT relname FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
                        WHERE inhparent = 'audit.entries'::regclass AND reltuples > 10000""")
                .query((row, _) -> Objects.requireNonNull(row.getString(1)))
                .list();
    }

    private void run(String statement) {
        sql.sql(statement).update();
    }
}
