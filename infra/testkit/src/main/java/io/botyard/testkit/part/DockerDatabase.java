package io.botyard.testkit.part;

import static org.awaitility.Awaitility.await;

import java.sql.DriverManager;
import java.time.Duration;
import org.testcontainers.postgresql.PostgreSQLContainer;

record DockerDatabase(PostgreSQLContainer container, String serverUrl, String password) implements DatabasePart {

    @Override
    public void stop() {
        container.getDockerClient().stopContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public void kill() {
        container.getDockerClient().killContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public void start() {
        container
                .getDockerClient()
                .startContainerCmd(container.getContainerId())
                .exec();
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> {
            try (var connection = DriverManager.getConnection(serverUrl + "postgres", "postgres", password)) {
                return connection.isValid(1);
            }
        });
    }

    @Override
    public String toString() {
        return "DockerDatabase[" + serverUrl + "]";
    }
}
