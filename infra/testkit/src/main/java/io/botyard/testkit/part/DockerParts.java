package io.botyard.testkit.part;

import io.botyard.embedded.FreePort;
import io.botyard.embedded.kafka.EmbeddedBroker;
import java.util.List;
import java.util.Locale;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The parts in containers, each on a port of the host that stays its own. */
final class DockerParts implements Parts {

    private static final String KAFKA = "apache/kafka:4.2.2";
    private static final String POSTGRES = "postgres:18";
    private static final String PASSWORD = "superuser";

    @Override
    public BrokerPart startBroker() {
        return startKillableBroker();
    }

    @Override
    public KillableBroker startKillableBroker() {
        var container = new KafkaContainer(KAFKA);
        EmbeddedBroker.tuning()
                .forEach((name, value) -> container.withEnv(
                        "KAFKA_" + name.toUpperCase(Locale.ROOT).replace('.', '_'), value));
        keepPort(container, 9092);
        container.start();
        return new DockerBroker(container);
    }

    @Override
    public DatabasePart startDatabase() {
        var container =
                new PostgreSQLContainer(POSTGRES).withUsername("postgres").withPassword(PASSWORD);
        keepPort(container, 5432);
        container.start();
        return new DockerDatabase(
                container,
                "jdbc:postgresql://" + container.getHost() + ":" + container.getMappedPort(5432) + "/",
                PASSWORD);
    }

    private static void keepPort(GenericContainer<?> container, int inside) {
        container.setPortBindings(List.of(FreePort.orAny("127.0.0.1", 0) + ":" + inside));
    }
}
