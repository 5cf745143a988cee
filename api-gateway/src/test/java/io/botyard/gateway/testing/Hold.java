package io.botyard.gateway.testing;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import io.botyard.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes whoever comes to a certain statement wait in Postgres, for as long as it is held. */
public final class Hold implements AutoCloseable {

    private static final AtomicInteger MADE = new AtomicInteger();

    private final TestDatabase database;
    private final Connection holder;
    private final String table;
    private final String name;
    private final int key;

    private Hold(TestDatabase database, Connection holder, String table, int key) {
        this.database = database;
        this.holder = holder;
        this.table = table;
        this.name = "hold_" + key;
        this.key = key;
    }

    /**
     * Once a row of the table was changed as {@code when} says, and before the next statement.
     *
     * @param event such as {@code UPDATE}
     * @param when which rows, of {@code OLD} and {@code NEW}
     */
    public static Hold after(TestDatabase database, String event, String table, String when) throws SQLException {
        return make(
                database,
                table,
                "CREATE TRIGGER %s AFTER " + event + " ON identity." + table + " FOR EACH ROW WHEN (" + when
                        + ") EXECUTE FUNCTION %s()");
    }

    /** When everything has been said, and the transaction is about to be committed. */
    public static Hold atCommit(TestDatabase database, String event, String table, String when) throws SQLException {
        return make(
                database,
                table,
                "CREATE CONSTRAINT TRIGGER %s AFTER " + event + " ON identity." + table
                        + " DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (" + when + ") EXECUTE FUNCTION %s()");
    }

    private static Hold make(TestDatabase database, String table, String trigger) throws SQLException {
        var hold = new Hold(database, database.connect(), table, MADE.incrementAndGet());
        hold.run("SELECT pg_advisory_lock(4711, " + hold.key + ")");
        hold.run("CREATE FUNCTION public." + hold.name + "() RETURNS trigger LANGUAGE plpgsql AS"
                + " $$ BEGIN PERFORM pg_advisory_xact_lock_shared(4711, " + hold.key + "); RETURN NULL; END $$");
        hold.run(trigger.formatted(hold.name, "public." + hold.name));
        return hold;
    }

    /** Returns when somebody waits. */
    public void awaitSomebody() {
        await().atMost(30, SECONDS)
                .until(() -> count("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"
                                + " AND classid = 4711 AND objid = " + key + " AND NOT granted")
                        > 0);
    }

    /** Lets them go on, if they still live. */
    public void release() throws SQLException {
        run("SELECT pg_advisory_unlock_all()");
    }

    private long count(String sql) throws SQLException {
        try (var connection = database.connect();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void run(String sql) throws SQLException {
        try (var statement = holder.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        release();
        run("DROP TRIGGER " + name + " ON identity." + table);
        run("DROP FUNCTION public." + name);
        holder.close();
    }
}
