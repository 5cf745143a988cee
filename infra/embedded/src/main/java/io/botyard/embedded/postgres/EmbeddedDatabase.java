package io.botyard.embedded.postgres;

import io.botyard.embedded.DirectoryLock;
import io.botyard.embedded.FreePort;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL beside this process, as durable as one should be. It can be stopped and started again; its port and
 * its rows stay. It ends with this process, and one that was left behind all the same is ended before a new one starts.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final String ADDRESS = "127.0.0.1";

    /** Many rounds slow down who guesses weak passwords; these are drawn at random, and each connection pays. */
    static final String ONE_ROUND = "scram_iterations=1";

    /** Durable, small, and silent about values: what a statement held never reaches a log. */
    private static final Map<String, String> CONFIGURATION = Map.ofEntries(
            Map.entry("listen_addresses", ADDRESS),
            Map.entry("unix_socket_directories", ""),
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("shared_buffers", "32MB"),
            Map.entry("max_connections", "150"),
            Map.entry("max_wal_size", "256MB"),
            Map.entry("wal_level", "minimal"),
            Map.entry("max_wal_senders", "0"),
            Map.entry("io_method", "sync"),
            Map.entry("jit", "off"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"),
            Map.entry("log_checkpoints", "off"),
            Map.entry("log_error_verbosity", "terse"),
            Map.entry("log_min_error_statement", "panic"));

    private final DatabaseSettings settings;
    private final PostgresPrograms programs;
    private final DirectoryLock lock;
    private @Nullable ServerProcess server;

    private EmbeddedDatabase(DatabaseSettings settings, PostgresPrograms programs, DirectoryLock lock) {
        this.settings = settings;
        this.programs = programs;
        this.lock = lock;
    }

    /**
     * Returns when the server answers.
     *
     * @throws IllegalStateException when another process uses the directory, or the port is taken
     */
    public static EmbeddedDatabase start(DatabaseSettings wished) {
        var settings = new DatabaseSettings(
                wished.directory().toAbsolutePath().normalize(),
                wished.programs(),
                FreePort.orAny(ADDRESS, wished.port()),
                wished.password(),
                wished.security());
        var lock = DirectoryLock.tryAcquire(
                        settings.directory().resolveSibling(settings.directory().getFileName() + ".lock"))
                .orElseThrow(() -> new IllegalStateException("another process uses " + settings.directory()));
        try {
            var database = new EmbeddedDatabase(settings, PostgresPrograms.in(settings.programs()), lock);
            database.start();
            return database;
        } catch (RuntimeException failure) {
            lock.close();
            throw failure;
        }
    }

    /** Does nothing when it runs. */
    public synchronized void start() {
        if (isRunning()) {
            return;
        }
        new DataDirectory(settings.directory(), programs).makeIfMissing(settings.password());
        new LeftoverServer(settings.directory(), programs).end();
        server = ServerProcess.start(command());
    }

    /** Cleanly: transactions under way are rolled back, everything else is on disk. */
    public synchronized void stop() {
        end("INT");
    }

    /** As if the power had failed: the next start recovers from the log. */
    public synchronized void crash() {
        end("QUIT");
    }

    /** With -9: it does nothing more, and those that served its clients end when they notice. */
    public synchronized void kill() {
        end("KILL");
    }

    public synchronized boolean isRunning() {
        return server != null && server.isAlive();
    }

    public int port() {
        return settings.port();
    }

    /** JDBC, of a database of this server. */
    public String url(String database) {
        return url(settings.port(), database);
    }

    /** JDBC, of a database of the server that is, or is going to be, at this port. */
    public static String url(int port, String database) {
        return "jdbc:postgresql://" + ADDRESS + ":" + port + "/" + database;
    }

    /** Of the superuser {@link DatabaseLayout#SUPERUSER}. */
    public String password() {
        return settings.password();
    }

    /** Stops it and gives the directory back. */
    @Override
    public void close() {
        stop();
        lock.close();
    }

    private void end(String signal) {
        if (server != null && server.isAlive()) {
            var _ = ServerCommand.run(List.of(programs.path("pg_ctl"), "kill", signal, Long.toString(server.pid())));
            server.awaitEnd();
        }
        server = null;
    }

    private List<String> command() {
        var command = new ArrayList<>(
                List.of(programs.path("postgres"), "-D", settings.directory().toString(), "-p", "" + settings.port()));
        CONFIGURATION.forEach((name, value) -> {
            command.add("-c");
            command.add(name + "=" + value);
        });
        command.addAll(List.of("-c", ONE_ROUND));
        var security = settings.security();
        if (security != null) {
            command.addAll(List.of("-c", "ssl=on", "-c", "ssl_cert_file=" + security.certificate()));
            command.addAll(List.of("-c", "ssl_key_file=" + security.key()));
            command.addAll(List.of("-c", "hba_file=" + security.hosts(settings.directory())));
        }
        return command;
    }
}
