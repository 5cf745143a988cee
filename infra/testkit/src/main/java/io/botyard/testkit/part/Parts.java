package io.botyard.testkit.part;

/** Starts the parts that tests run against. They end with this process. */
public interface Parts {

    BrokerPart startBroker();

    KillableBroker startKillableBroker();

    DatabasePart startDatabase();

    /** The kind this machine offers; it is chosen once and said in one line. */
    static Parts ofThisMachine() {
        return Choice.MADE;
    }

    /** Holds what was chosen. */
    final class Choice {
        private static final Parts MADE = make();

        private Choice() {}

        private static Parts make() {
            var docker = DockerEngine.answers();
            System.out.println("botyard testkit: " + (docker ? "Testcontainers" : "embedded Kafka and PostgreSQL"));
            return docker ? new DockerParts() : new EmbeddedParts();
        }
    }
}
