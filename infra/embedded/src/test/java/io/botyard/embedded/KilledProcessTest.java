package io.botyard.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("faults")
class KilledProcessTest {

    @TempDir
    Path directory;

    @Test
    @Timeout(120)
    void whatWasAcknowledgedIsThereAfterTheProcessWasKilled() throws Exception {
        var process = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        BothParts.class.getName(),
                        directory.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String[] ports;
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            ports = ready(lines);
            var kafka = "127.0.0.1:" + ports[1];
            var rows = "jdbc:postgresql://127.0.0.1:" + ports[2] + "/postgres";
            Traces.makeTopic(kafka);
            Traces.send(kafka, "before the kill");
            Traces.execute(rows, "CREATE TABLE trace (what text)");
            Traces.execute(rows, "INSERT INTO trace VALUES ('before the kill')");
        } finally {
            process.destroyForcibly();
        }
        await("the server it started ends as well")
                .until(() -> Files.notExists(directory.resolve("postgresql").resolve("postmaster.pid")));

        try (var parts = BothParts.on(directory, Integer.parseInt(ports[1]), Integer.parseInt(ports[2]))) {
            assertThat(Traces.received(parts.broker.bootstrapServers())).containsExactly("before the kill");
            assertThat(Traces.rows(parts.database.url("postgres"), "SELECT what FROM trace"))
                    .containsExactly("before the kill");
        }
    }

    private static String[] ready(BufferedReader lines) throws IOException {
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("READY")) {
                return line.split(" ");
            }
        }
        throw new IllegalStateException("the process ended early");
    }
}
