package io.botyard.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.standalone.StandaloneMain;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole of Botyard is killed right after it accepted messages, and started again. */
class KilledTest {

    private static final int MESSAGES = 50;
    private static final long BOT = 800_001;
    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration SETTLE = Duration.ofSeconds(90);
    private static final Set<String> ENDED = Set.of("succeeded", "failed", "refused", "expired", "unknown");

    @TempDir
    Path directory;

    @Test
    void everyAcceptedMessageEndsAndNoneIsSentTwice() throws Exception {
        var ports = freePorts();
        var gateway = URI.create("http://127.0.0.1:" + ports.get("BOTYARD_GATEWAY_PORT"));
        var sandbox = URI.create("http://127.0.0.1:" + ports.get("BOTYARD_SANDBOX_PORT"));
        var first = start(ports, "first.log");
        var operations = new ArrayList<String>();
        try {
            var anna = Person.registeredAt(gateway, "anna").withBot(BOT);
            slowDown(sandbox);
            for (var i = 0; i < MESSAGES; i++) {
                operations.add(anna.send(Integer.toString(100 + i % 7), "m" + i));
            }
        } finally {
            first.destroyForcibly().waitFor();
        }

        var second = start(ports, "second.log");
        try {
            var anna = Person.loggedInAt(gateway, "anna@example.org", "correct horse battery");
            await().atMost(SETTLE)
                    .pollInterval(Duration.ofSeconds(1))
                    .ignoreExceptions()
                    .until(() -> operations.stream().map(anna::statusOf).allMatch(ENDED::contains));
            var texts = JourneyTest.sentTo(sandbox, BOT).stream()
                    .map(call -> call.path("parameters").path("text").asString())
                    .toList();
            assertThat(texts).doesNotHaveDuplicates();
            assertThat(operations.stream()
                            .map(anna::statusOf)
                            .filter("unknown"::equals)
                            .count())
                    .as("calls that were being made, at most one for each of seven chats")
                    .isLessThanOrEqualTo(7);
            assertThat(operations.stream().map(anna::statusOf).toList()).isSubsetOf("succeeded", "unknown");
        } finally {
            second.destroy();
            second.waitFor();
        }
    }

    /** So that the kill meets calls that Telegram is being asked. */
    private static void slowDown(URI sandbox) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var fault = HttpRequest.newBuilder(sandbox.resolve("/sandbox/faults"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"method\":\"sendMessage\",\"delay_ms\":200,\"times\":50}"))
                    .build();
            assertThat(http.send(fault, BodyHandlers.ofString()).statusCode()).isLessThan(300);
        }
    }

    private Process start(Map<String, String> environment, String log) throws IOException {
        var file = directory.resolve(log).toFile();
        var builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx384m",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StandaloneMain.class.getName()))
                .redirectErrorStream(true)
                .redirectOutput(file);
        builder.environment().putAll(environment);
        var process = builder.start();
        await().atMost(START).until(() -> {
            assertThat(process.isAlive()).as(Files.readString(file.toPath())).isTrue();
            return Files.readString(file.toPath()).contains("ready in");
        });
        return process;
    }

    private Map<String, String> freePorts() throws IOException {
        var environment = new HashMap<String, String>();
        environment.put("BOTYARD_DATA_DIR", directory.resolve("botyard").toString());
        var sockets = new ArrayList<ServerSocket>();
        for (var door : List.of(
                "GATEWAY",
                "GATEWAY_MANAGEMENT",
                "WORKER_MANAGEMENT",
                "AUDIT",
                "AUDIT_MANAGEMENT",
                "SANDBOX",
                "KAFKA")) {
            var socket = new ServerSocket(0);
            sockets.add(socket);
            environment.put("BOTYARD_" + door + "_PORT", Integer.toString(socket.getLocalPort()));
        }
        for (var socket : sockets) {
            socket.close();
        }
        return environment;
    }
}
