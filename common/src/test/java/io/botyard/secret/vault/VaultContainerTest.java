package io.botyard.secret.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.secret.TokenSealer;
import io.botyard.secret.TokenSealerContract;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/** What both contracts promise, of HashiCorp's own Vault; where a Docker engine answers. */
@EnabledIf("aDockerEngineAnswers")
class VaultContainerTest implements TokenSealerContract {

    private static final Path SOCKET = Path.of("/var/run/docker.sock");
    private static final int PORT = 8200;
    private static final String ROOT = "root-of-a-test";
    private static final GenericContainer<?> VAULT = new GenericContainer<>(
                    DockerImageName.parse("hashicorp/vault:1.20.4"))
            .withEnv("VAULT_DEV_ROOT_TOKEN_ID", ROOT)
            .withExposedPorts(PORT);

    @TempDir
    private Path directory;

    private VaultTokenCipher one;
    private VaultTokenCipher other;

    static boolean aDockerEngineAnswers() {
        var answers = (Files.exists(SOCKET) || System.getenv("DOCKER_HOST") != null)
                && DockerClientFactory.instance().isDockerAvailable();
        if (!answers) {
            System.out.println("not run: Vault's own transit engine, since no Docker engine answers");
        }
        return answers;
    }

    @BeforeAll
    static void startVault() throws IOException, InterruptedException {
        VAULT.start();
        post("sys/mounts/transit", "{\"type\":\"transit\"}");
    }

    @AfterAll
    static void stopVault() {
        VAULT.stop();
    }

    @BeforeEach
    void open() throws IOException, InterruptedException {
        var key = "key-" + UUID.randomUUID();
        post("transit/keys/" + key, "{\"type\":\"aes256-gcm96\",\"derived\":true}");
        var login = new VaultLogin.Token(Files.writeString(directory.resolve("token"), ROOT));
        var settings = new VaultSettings(List.of(address()), null, "transit", key, null, Duration.ofSeconds(10));
        one = VaultTokenCipher.of(settings, login, Clock.systemUTC());
        other = VaultTokenCipher.of(settings, login, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
    }

    @Override
    public TokenSealer one() {
        return one;
    }

    @Override
    public TokenSealer other() {
        return other;
    }

    private static URI address() {
        return URI.create("http://" + VAULT.getHost() + ":" + VAULT.getMappedPort(PORT));
    }

    private static void post(String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address().resolve("/v1/" + path))
                .header("X-Vault-Token", ROOT)
                .POST(BodyPublishers.ofString(body, UTF_8))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            assertThat(http.send(request, BodyHandlers.discarding()).statusCode())
                    .isBetween(200, 299);
        }
    }
}
