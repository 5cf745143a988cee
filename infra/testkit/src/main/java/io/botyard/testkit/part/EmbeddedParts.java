package io.botyard.testkit.part;

import io.botyard.embedded.kafka.BrokerSettings;
import io.botyard.embedded.kafka.EmbeddedBroker;
import io.botyard.embedded.postgres.DatabaseSettings;
import io.botyard.embedded.postgres.EmbeddedDatabase;
import java.nio.file.Path;

/** The parts in and beside this process, in directories that are removed with it. */
final class EmbeddedParts implements Parts {

    private static final String PASSWORD = "superuser";

    /** PostgreSQL's programs, kept between runs. */
    private static final Path PROGRAMS =
            Path.of(System.getProperty("java.io.tmpdir"), "botyard-" + System.getProperty("user.name"));

    @Override
    public BrokerPart startBroker() {
        var scratch = ScratchDirectory.make("kafka");
        var broker = EmbeddedBroker.start(BrokerSettings.on(scratch.path()));
        scratch.removeAfter(broker::close);
        return new Broker(broker);
    }

    @Override
    public KillableBroker startKillableBroker() {
        return BrokerProcess.start(ScratchDirectory.make("kafka"));
    }

    @Override
    public DatabasePart startDatabase() {
        var scratch = ScratchDirectory.make("postgresql");
        var database =
                EmbeddedDatabase.start(new DatabaseSettings(scratch.path().resolve("rows"), PROGRAMS, 0, PASSWORD));
        scratch.removeAfter(database::close);
        return new Database(database);
    }

    private record Broker(EmbeddedBroker broker) implements BrokerPart {
        @Override
        public String bootstrapServers() {
            return broker.bootstrapServers();
        }

        @Override
        public void stop() {
            broker.stop();
        }

        @Override
        public void start() {
            broker.start();
        }
    }

    private record Database(EmbeddedDatabase database) implements DatabasePart {
        @Override
        public String serverUrl() {
            return database.url("");
        }

        @Override
        public String password() {
            return database.password();
        }

        @Override
        public void stop() {
            database.stop();
        }

        @Override
        public void kill() {
            database.kill();
        }

        @Override
        public void start() {
            database.start();
        }
    }
}
