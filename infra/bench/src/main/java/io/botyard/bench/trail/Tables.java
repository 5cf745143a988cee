package io.botyard.bench.trail;

import io.botyard.bench.world.BotRows;
import io.botyard.embedded.postgres.DatabaseLayout;
import io.botyard.testkit.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The audit service's tables, emptied before each run. */
final class Tables {

    private static final String EMPTY =
            "TRUNCATE audit.entries, audit.operations, audit.seen_events, audit.chain_heads,"
                    + " audit.positions, audit.usage, audit.seals";

    private final TestDatabase database = TestDatabase.fresh();

    static Tables made() throws SQLException {
        var tables = new Tables();
        // The audit service lets gateways look at its tables, and they at the worker's.
        new BotRows(tables.database).migrate("audit");
        tables.run("SELECT audit.prepare_months((now() AT TIME ZONE 'UTC')::date, 4)");
        return tables;
    }

    /** For the audit service. */
    Map<String, Object> properties() {
        return database.properties(DatabaseLayout.AUDIT);
    }

    /** For others who write into the same tables, texts for whatever a column holds. */
    String serviceUrl() {
        return database.url() + "?stringtype=unspecified&user=" + DatabaseLayout.AUDIT + "&password="
                + database.passwords().audit();
    }

    /** For whoever makes tables of their own. */
    String migratorUrl() {
        return database.url() + "?currentSchema=audit";
    }

    String migrator() {
        return DatabaseLayout.MIGRATOR;
    }

    String migratorPassword() {
        return database.passwords().migrator();
    }

    /** Nothing of the last run is left to be written while the next is measured. */
    void empty() throws SQLException {
        run(EMPTY);
        run("CHECKPOINT");
    }

    /** What is kept of the load. */
    long rows() throws SQLException {
        return number("SELECT (SELECT count(*) FROM audit.entries) + (SELECT count(*) FROM audit.operations)");
    }

    /** A table of somebody else's, empty and theirs, with the indexes of ours: searching it is to be no slower. */
    void replace(String name, String definition, String ours) throws SQLException {
        run("DROP TABLE IF EXISTS audit." + name);
        run(definition);
        run("ALTER TABLE audit." + name + " OWNER TO " + migrator());
        for (var index : texts("SELECT indexdef FROM pg_indexes WHERE schemaname = 'audit' AND tablename = '" + ours
                + "' AND indexname <> 'operations_pkey'")) {
            run(index.replaceFirst(
                    "CREATE (UNIQUE )?INDEX \\w+ ON (ONLY )?audit\\.\\w+", "CREATE INDEX ON audit." + name));
        }
    }

    void run(String statement) throws SQLException {
        try (var connection = database.connect();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private List<String> texts(String query) throws SQLException {
        var texts = new ArrayList<String>();
        try (var connection = database.connect();
                var rows = connection.createStatement().executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    /** The one number that a query gives. */
    long number(String query) throws SQLException {
        try (var connection = database.connect();
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
