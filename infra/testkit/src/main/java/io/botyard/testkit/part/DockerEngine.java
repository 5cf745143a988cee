package io.botyard.testkit.part;

import java.nio.file.Files;
import java.nio.file.Path;
import org.testcontainers.DockerClientFactory;

/** Whether there is one. Where nothing hints at it, nobody waits for it. */
final class DockerEngine {

    private static final Path SOCKET = Path.of("/var/run/docker.sock");

    private DockerEngine() {}

    static boolean answers() {
        return (Files.exists(SOCKET) || System.getenv("DOCKER_HOST") != null)
                && DockerClientFactory.instance().isDockerAvailable();
    }
}
