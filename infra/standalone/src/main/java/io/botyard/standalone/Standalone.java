package io.botyard.standalone;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import org.springframework.boot.logging.LoggingSystem;

/** All of Botyard, running in this process until it is closed. */
public final class Standalone implements AutoCloseable {

    private final StandaloneSettings settings;
    private final Addresses addresses;
    private final RealParts parts;
    private final FirstAdmin admin;
    private final Closing closing;

    private Standalone(
            StandaloneSettings settings, Addresses addresses, RealParts parts, FirstAdmin admin, Closing closing) {
        this.settings = settings;
        this.addresses = addresses;
        this.parts = parts;
        this.admin = admin;
        this.closing = closing;
    }

    /**
     * Returns when all three applications are ready.
     *
     * @throws Refused when the operator has to change something first; nothing is left running then
     */
    public static Standalone start(StandaloneSettings wished) {
        // Three applications must not each set up the logging of one process.
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        var settings = wished.withPortsChosen();
        var closing = new Closing();
        try (var threads = Executors.newCachedThreadPool()) {
            var home = closing.add(DataHome.open(settings.directory(), settings.telegram()));
            settings.ports().check(settings.bind(), settings.doors());
            var addresses = new Addresses(settings.bind(), settings.ports());
            var admin = home.firstAdmin(settings.admin());
            var parts = RealParts.begin(settings, home, closing, threads);
            var properties = new ApplicationProperties(settings, home, addresses, admin);
            var applications = Applications.begin(properties, parts, closing, threads);
            parts.await();
            var _ = closing.add(applications.await());
            var started = new Standalone(settings, addresses, parts, admin, closing);
            started.awaitReadiness();
            return started;
        } catch (CompletionException failure) {
            closing.close();
            throw failure.getCause() instanceof RuntimeException itself ? itself : failure;
        } catch (RuntimeException failure) {
            closing.close();
            throw failure;
        }
    }

    /** The one door for clients. */
    public URI gateway() {
        return addresses.of(Door.GATEWAY);
    }

    /** Where health and metrics of an application are, such as {@link Door#WORKER_MANAGEMENT}. */
    public URI address(Door door) {
        return addresses.of(door);
    }

    /** The stand-in for Telegram; none when another one is used. */
    public Optional<URI> sandbox() {
        return Optional.of(Door.SANDBOX).filter(settings.doors()::contains).map(addresses::of);
    }

    public String kafka() {
        return addresses.kafka();
    }

    /** JDBC. */
    public String databaseUrl() {
        return addresses.database();
    }

    /** Of PostgreSQL's superuser, for looking at rows. */
    public String databasePassword() {
        return parts.database().join().password();
    }

    public WhichTelegram telegram() {
        return settings.telegram();
    }

    public FirstAdmin admin() {
        return admin;
    }

    public Path directory() {
        return settings.directory();
    }

    /** Takes in nothing more, finishes what is under way, and stops everything. */
    @Override
    public void close() {
        closing.close();
    }

    private void awaitReadiness() {
        try (var client = HttpClient.newHttpClient()) {
            new Readiness(client)
                    .await(List.of(
                            addresses.of(Door.GATEWAY_MANAGEMENT),
                            addresses.of(Door.WORKER_MANAGEMENT),
                            addresses.of(Door.AUDIT_MANAGEMENT)));
        }
    }
}
