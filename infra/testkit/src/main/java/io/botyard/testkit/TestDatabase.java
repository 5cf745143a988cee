package io.botyard.testkit;

import io.botyard.embedded.postgres.DatabaseLayout;
import io.botyard.embedded.postgres.RolePasswords;
import io.botyard.testkit.part.DatabasePart;
import io.botyard.testkit.part.Parts;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A database of its own with Botyard's roles and empty schemas, on a real server that all tests of this process share. */
public final class TestDatabase {

    private static final RolePasswords PASSWORDS = new RolePasswords("migrator", "gateway", "worker", "audit");
    private static final AtomicInteger MADE = new AtomicInteger();

    private final DatabasePart server;
    private final String name;

    private TestDatabase(DatabasePart server, String name) {
        this.server = server;
        this.name = name;
    }

    public static TestDatabase fresh() {
        return freshOn(Shared.SERVER);
    }

    /** Like {@link #fresh}, on a server of its own, for tests that take the server away. */
    public static TestDatabase freshOnItsOwnServer() {
        return freshOn(Parts.ofThisMachine().startDatabase());
    }

    private static TestDatabase freshOn(DatabasePart server) {
        var name = "botyard_" + MADE.incrementAndGet();
        synchronized (PASSWORDS) {
            DatabaseLayout.on(server.serverUrl(), server.password()).apply(name, PASSWORDS);
        }
        return new TestDatabase(server, name);
    }

    /** JDBC. */
    public String url() {
        return server.serverUrl() + name;
    }

    public RolePasswords passwords() {
        return PASSWORDS;
    }

    /** As the server's superuser, to look at what a service wrote or to arrange what it finds. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), DatabaseLayout.SUPERUSER, server.password());
    }

    /** As one of Botyard's roles, such as {@link DatabaseLayout#WORKER}. */
    public Connection connectAs(String role) throws SQLException {
        return DriverManager.getConnection(url(), role, passwordOf(role));
    }

    /** What tells a service about this database: {@code role} is the one it runs as; it migrates as the migrator. */
    public Map<String, Object> properties(String role) {
        return Map.of(
                "spring.datasource.url", url(),
                "spring.datasource.username", role,
                "spring.datasource.password", passwordOf(role),
                "spring.flyway.url", url(),
                "spring.flyway.user", DatabaseLayout.MIGRATOR,
                "spring.flyway.password", PASSWORDS.migrator());
    }

    /** The whole server goes away, until {@link #startServer}; on a shared one for every test. */
    public void stopServer() {
        server.stop();
    }

    /** Like {@link #stopServer}, with -9. */
    public void killServer() {
        server.kill();
    }

    public void startServer() {
        server.start();
    }

    private static String passwordOf(String role) {
        return switch (role) {
            case DatabaseLayout.MIGRATOR -> PASSWORDS.migrator();
            case DatabaseLayout.GATEWAY -> PASSWORDS.gateway();
            case DatabaseLayout.WORKER -> PASSWORDS.worker();
            case DatabaseLayout.AUDIT -> PASSWORDS.audit();
            default -> throw new IllegalArgumentException("not a role of ours: " + role);
        };
    }

    private static final class Shared {
        private static final DatabasePart SERVER = Parts.ofThisMachine().startDatabase();
    }
}
