package io.botyard.embedded.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * What the services expect to find in a PostgreSQL: a database, a role each, and their schemas, owned by the role that
 * migrates them. Tables are the services' own matter.
 */
public final class DatabaseLayout {

    public static final String SUPERUSER = "postgres";
    public static final String MIGRATOR = "botyard_migrator";
    public static final String GATEWAY = "botyard_gateway";
    public static final String WORKER = "botyard_worker";
    public static final String AUDIT = "botyard_audit";

    /** Who may look into which schema; what they may do there is granted by the migrations. */
    private static final Map<String, List<String>> READERS = Map.of(
            "identity", List.of(GATEWAY),
            "bots", List.of(WORKER, GATEWAY, AUDIT),
            "audit", List.of(AUDIT, GATEWAY));

    private final String serverUrl;
    private final String password;

    private DatabaseLayout(String serverUrl, String password) {
        this.serverUrl = serverUrl;
        this.password = password;
    }

    /** As the superuser of this server. */
    public static DatabaseLayout on(EmbeddedDatabase database) {
        return on(database.url(""), database.password());
    }

    /** As the superuser of the server at this JDBC URL, which ends with a slash. */
    public static DatabaseLayout on(String serverUrl, String password) {
        return new DatabaseLayout(serverUrl, password);
    }

    /** Makes what is missing and sets the passwords; may be repeated at every start. */
    public void apply(String database, RolePasswords passwords) {
        inDatabase("postgres", connection -> {
            makeRoles(connection, passwords);
            if (isMissing(connection, "SELECT FROM pg_database WHERE datname = ?", database)) {
                run(connection, "CREATE DATABASE %I", database);
            }
        });
        inDatabase(database, connection -> makeSchemas(connection, database));
    }

    private static void makeRoles(Connection connection, RolePasswords passwords) throws SQLException {
        makeRole(connection, MIGRATOR, passwords.migrator());
        makeRole(connection, GATEWAY, passwords.gateway());
        makeRole(connection, WORKER, passwords.worker());
        makeRole(connection, AUDIT, passwords.audit());
        // A frozen worker must not hold the row that says who owns its partitions.
        run(connection, "ALTER ROLE %I SET idle_in_transaction_session_timeout = '2s'", WORKER);
    }

    private static void makeRole(Connection connection, String role, String password) throws SQLException {
        if (isMissing(connection, "SELECT FROM pg_roles WHERE rolname = ?", role)) {
            run(connection, "CREATE ROLE %I LOGIN", role);
        }
        run(connection, "ALTER ROLE %I PASSWORD %L", role, password);
    }

    private static void makeSchemas(Connection connection, String database) throws SQLException {
        run(connection, "REVOKE ALL ON DATABASE %I FROM PUBLIC", database);
        run(connection, "REVOKE ALL ON SCHEMA %I FROM PUBLIC", "public");
        run(connection, "GRANT CONNECT, CREATE, TEMPORARY ON DATABASE %I TO %I", database, MIGRATOR);
        for (var role : List.of(GATEWAY, WORKER, AUDIT)) {
            run(connection, "GRANT CONNECT ON DATABASE %I TO %I", database, role);
        }
        for (var schema : READERS.entrySet()) {
            run(connection, "CREATE SCHEMA IF NOT EXISTS %I AUTHORIZATION %I", schema.getKey(), MIGRATOR);
            for (var role : schema.getValue()) {
                run(connection, "GRANT USAGE ON SCHEMA %I TO %I", schema.getKey(), role);
            }
        }
    }

    private void inDatabase(String database, Work work) {
        try (var connection = DriverManager.getConnection(serverUrl + database, SUPERUSER, password)) {
            work.on(connection);
        } catch (SQLException failure) {
            throw new IllegalStateException("cannot lay out the database " + database, failure);
        }
    }

    private static boolean isMissing(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return !rows.next();
            }
        }
    }

    /** The server itself quotes the names and values, because these statements take no parameters. */
    private static void run(Connection connection, String template, String... values) throws SQLException {
        var marks = ", ?::text".repeat(values.length);
        try (var quoting = connection.prepareStatement("SELECT format(?" + marks + ")");
                var statement = connection.createStatement()) {
            quoting.setString(1, template);
            for (var i = 0; i < values.length; i++) {
                quoting.setString(i + 2, values[i]);
            }
            try (var rows = quoting.executeQuery()) {
                rows.next();
                statement.execute(rows.getString(1));
            }
        }
    }

    private interface Work {
        void on(Connection connection) throws SQLException;
    }
}
