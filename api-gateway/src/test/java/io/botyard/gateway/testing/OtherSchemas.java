package io.botyard.gateway.testing;

import io.botyard.testkit.TestDatabase;
import java.sql.SQLException;

/** What worker and audit-service show the gateway, as plain tables that a test fills. */
public final class OtherSchemas {

    private final TestDatabase database;

    public OtherSchemas(TestDatabase database) {
        this.database = database;
    }

    public void make() {
        run("""
                CREATE TABLE bots.bot_view (user_id bigint PRIMARY KEY, id bigint, bot_id bigint, bot_username text,
                    status text, is_verified boolean, max_requests_per_second numeric(6,3),
                    max_concurrent_requests int, admin_max_requests_per_second numeric(6,3),
                    admin_max_concurrent_requests int, suspension_reason text, last_error text,
                    mtproto_configured boolean, version bigint, created_at timestamptz, updated_at timestamptz,
                    backlog_full boolean);
                CREATE TABLE bots.ownership_view (partition int PRIMARY KEY, holder text, lease_until timestamptz);
                CREATE TABLE audit.usage (user_id bigint, id bigint, total_requests bigint, last_used_at timestamptz,
                    PRIMARY KEY (user_id, id));
                CREATE TABLE bots.key_view (version int PRIMARY KEY, newest boolean, row_count bigint);
                CREATE TABLE bots.key_rotation_view (version int PRIMARY KEY, command_id uuid,
                    started_at timestamptz, finished_at timestamptz, rows_reencrypted bigint, rows_total bigint,
                    rows_unreadable bigint, retired_at timestamptz);
                GRANT SELECT ON bots.bot_view, bots.ownership_view, bots.key_view, bots.key_rotation_view
                    TO botyard_gateway;
                GRANT SELECT ON audit.usage TO botyard_gateway;
                """);
    }

    public void drop() {
        run(
                "DROP TABLE IF EXISTS bots.bot_view, bots.ownership_view, bots.key_view, bots.key_rotation_view; DROP TABLE IF EXISTS audit.usage");
    }

    /** A bot of this user; its row id is 1000 more than the user's id. */
    public void bot(long user, String status, String perSecond) {
        run(
                "INSERT INTO bots.bot_view VALUES (%1$d, %2$d, 4711, 'a_bot', '%3$s', true, %4$s, 10, NULL, NULL, NULL, NULL,"
                                .formatted(user, user + 1000, status, perSecond)
                        + " false, 1, '2026-01-02 03:04:05Z', '2026-01-02 03:04:05Z', false)"
                        + " ON CONFLICT (user_id) DO UPDATE SET status = excluded.status");
    }

    /** Changes columns of a user's bot, such as {@code version = 7}. */
    public void change(long user, String assignments) {
        run("UPDATE bots.bot_view SET %s WHERE user_id = %d".formatted(assignments, user));
    }

    public void noBot(long user) {
        run("DELETE FROM bots.bot_view WHERE user_id = " + user);
    }

    public void run(String sql) {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public long count(String query) {
        return Long.parseLong(text(query));
    }

    /** The one value of the one row. */
    public String text(String query) {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
