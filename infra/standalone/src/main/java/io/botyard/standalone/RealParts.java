package io.botyard.standalone;

import io.botyard.embedded.kafka.BrokerSettings;
import io.botyard.embedded.kafka.EmbeddedBroker;
import io.botyard.embedded.postgres.DatabaseLayout;
import io.botyard.embedded.postgres.DatabaseSettings;
import io.botyard.embedded.postgres.EmbeddedDatabase;
import io.botyard.sandbox.SandboxSettings;
import io.botyard.sandbox.TelegramSandbox;
import io.botyard.sandbox.pace.Pace;
import io.botyard.standalone.hazelcast.SharedMember;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** What the applications run on, all of it real: PostgreSQL, Kafka, Hazelcast, and the sandbox where it is wanted. */
record RealParts(
        CompletableFuture<EmbeddedDatabase> database,
        CompletableFuture<EmbeddedBroker> broker,
        CompletableFuture<SharedMember> member,
        CompletableFuture<Optional<TelegramSandbox>> sandbox) {

    static final String DATABASE = "botyard";

    /** Starts them at the same time. Each is added to {@code closing} once it runs, also when another one fails. */
    static RealParts begin(StandaloneSettings settings, DataHome home, Closing closing, Executor threads) {
        return new RealParts(
                CompletableFuture.supplyAsync(() -> database(settings, home, closing), threads),
                CompletableFuture.supplyAsync(() -> broker(settings, home, closing), threads),
                CompletableFuture.supplyAsync(() -> closing.add(SharedMember.start()), threads),
                CompletableFuture.supplyAsync(() -> sandbox(settings, home, closing), threads));
    }

    /**
     * Returns when all of them run.
     *
     * @throws CompletionException when one of them does not start
     */
    void await() {
        CompletableFuture.allOf(database, broker, member, sandbox).join();
    }

    private static EmbeddedDatabase database(StandaloneSettings settings, DataHome home, Closing closing) {
        var passwords = home.databasePasswords();
        var database = closing.add(EmbeddedDatabase.start(new DatabaseSettings(
                home.database(), home.programs(), settings.ports().of(Door.DATABASE), passwords.superuser())));
        DatabaseLayout.on(database).apply(DATABASE, passwords.roles());
        return database;
    }

    private static EmbeddedBroker broker(StandaloneSettings settings, DataHome home, Closing closing) {
        return closing.add(EmbeddedBroker.start(new BrokerSettings(
                home.broker(), Ports.LOOPBACK, settings.ports().of(Door.KAFKA))));
    }

    private static Optional<TelegramSandbox> sandbox(StandaloneSettings settings, DataHome home, Closing closing) {
        return switch (settings.telegram()) {
            case WhichTelegram.Server _ -> Optional.empty();
            case WhichTelegram.Sandbox _ ->
                Optional.of(closing.add(TelegramSandbox.start(SandboxSettings.in(home.sandbox())
                        .bind(settings.bind())
                        .port(settings.ports().of(Door.SANDBOX))
                        .pace(settings.sandboxPaced() ? Pace.telegram() : Pace.off()))));
        };
    }
}
