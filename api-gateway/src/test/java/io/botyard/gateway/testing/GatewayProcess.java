package io.botyard.gateway.testing;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import io.botyard.gateway.GatewayApplication;
import io.botyard.testkit.TestBroker;
import io.botyard.testkit.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A gateway in a process of its own, so that it can be killed. */
public final class GatewayProcess implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 120;

    private final Process process;
    private final int port;

    private GatewayProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Returns when it answers. */
    public static GatewayProcess start(TestBroker broker, TestDatabase database, Path keys) {
        var port = RunningGateway.freePort();
        var log = keys.resolve("gateway-" + port + ".log");
        var java = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                GatewayApplication.class.getName());
        var arguments = RunningGateway.arguments(broker, database, keys, Map.of("server.port", port));
        try {
            var process = new ProcessBuilder(
                            Stream.concat(java.stream(), Stream.of(arguments)).toList())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            var gateway = new GatewayProcess(process, port);
            await().atMost(PATIENCE_SECONDS, SECONDS).until(() -> {
                if (!process.isAlive()) {
                    throw new IllegalStateException(Files.readString(log));
                }
                return gateway.answers();
            });
            return gateway;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private boolean answers() {
        try {
            return client().get("/.well-known/jwks.json").status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    public Client client() {
        return new Client("http://127.0.0.1:" + port, List.of());
    }

    /** With -9: it does nothing more. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
