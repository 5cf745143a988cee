package io.botyard.embedded;

import io.botyard.embedded.kafka.BrokerSettings;
import io.botyard.embedded.kafka.EmbeddedBroker;
import io.botyard.embedded.postgres.DatabaseSettings;
import io.botyard.embedded.postgres.EmbeddedDatabase;
import java.nio.file.Path;

/** A process that holds a broker and a database until it is killed. It prints where they listen. */
public final class BothParts implements AutoCloseable {

    final EmbeddedBroker broker;
    final EmbeddedDatabase database;

    private BothParts(EmbeddedBroker broker, EmbeddedDatabase database) {
        this.broker = broker;
        this.database = database;
    }

    public static void main(String[] arguments) throws Exception {
        try (var parts = on(Path.of(arguments[0]), 0, 0)) {
            System.out.println("READY " + parts.broker.port() + " " + parts.database.port());
            var _ = System.in.read();
        }
    }

    static BothParts on(Path directory, int brokerPort, int databasePort) {
        return new BothParts(
                EmbeddedBroker.start(new BrokerSettings(directory.resolve("kafka"), "127.0.0.1", brokerPort)),
                EmbeddedDatabase.start(new DatabaseSettings(
                        directory.resolve("postgresql"), Programs.DIRECTORY, databasePort, "secret")));
    }

    @Override
    public void close() {
        broker.close();
        database.close();
    }
}
