package io.botyard.acceptance;

import io.botyard.embedded.postgres.DatabaseLayout;
import io.botyard.standalone.Standalone;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the database holds, of a user or of all, in whatever table, as PostgreSQL's superuser sees it. */
record Rows(Map<String, String> byTable) {

    private static final String TABLES =
            "SELECT c.table_schema || '.' || c.table_name FROM information_schema.columns c"
                    + " JOIN information_schema.tables t USING (table_schema, table_name)"
                    + " WHERE t.table_type = 'BASE TABLE' AND c.column_name = 'user_id'"
                    + " AND c.table_schema IN ('identity', 'bots', 'audit')"
                    // Counts calls that ended, some time after they did.
                    + " AND c.table_name <> 'activity'";
    private static final String EVERY_TABLE = "SELECT quote_ident(table_schema) || '.' || quote_ident(table_name)"
            + " FROM information_schema.tables WHERE table_type = 'BASE TABLE'"
            + " AND table_schema NOT IN ('pg_catalog', 'information_schema')";
    private static final String OF_USER =
            "SELECT coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '') FROM %s t WHERE t.%s = %d";

    static Rows of(Standalone botyard, long user) {
        try (var connection = DriverManager.getConnection(
                botyard.databaseUrl(), DatabaseLayout.SUPERUSER, botyard.databasePassword())) {
            var rows = new TreeMap<String, String>();
            for (var table : tables(connection, TABLES)) {
                rows.put(table, text(connection, OF_USER.formatted(table, "user_id", user)));
            }
            rows.put("identity.users", text(connection, OF_USER.formatted("identity.users", "id", user)));
            return new Rows(rows);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Of everybody, in every schema that is not PostgreSQL's own. */
    static Rows all(String url, String password) {
        try (var connection = DriverManager.getConnection(url, DatabaseLayout.SUPERUSER, password)) {
            var rows = new TreeMap<String, String>();
            for (var table : tables(connection, EVERY_TABLE)) {
                rows.put(
                        table,
                        text(
                                connection,
                                "SELECT coalesce(string_agg(to_jsonb(t)::text, E'\\n'), '') FROM %s t"
                                        .formatted(table)));
            }
            return new Rows(rows);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** As places in which something may stand. */
    static Map<String, List<String>> texts(Map<String, String> byTable) {
        return byTable.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, table -> List.of(table.getValue())));
    }

    private static TreeSet<String> tables(Connection connection, String which) throws SQLException {
        var names = new TreeSet<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(which)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
