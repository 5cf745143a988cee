package io.botyard.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class StandaloneTest {

    @TempDir
    Path directory;

    @Test
    void whatOneRunMadeTheNextOneKnows() throws Exception {
        var settings = StandaloneSettings.in(directory.resolve("home"));
        FirstAdmin admin;
        try (var botyard = Standalone.start(settings)) {
            admin = botyard.admin();
            assertThat(about(botyard)).contains("sandbox");
            assertThat(login(botyard, admin).statusCode()).isEqualTo(200);
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> Standalone.start(settings))
                    .withMessageStartingWith("Another Botyard is running");
        }

        try (var botyard = Standalone.start(settings)) {
            assertThat(botyard.admin().news()).isFalse();
            assertThat(login(botyard, admin).body()).contains("\"role\":\"superadmin\"");
        }

        var elsewhere = settings.telegram(new WhichTelegram.Server(URI.create("http://127.0.0.1:1")));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> Standalone.start(elsewhere))
                .withMessageContaining("was made for the Telegram sandbox");
    }

    @Test
    @Tag("faults")
    void aPartThatDoesNotStartLeavesNothingRunning() throws Exception {
        var settings = StandaloneSettings.in(directory.resolve("home"));
        var damaged =
                Files.createDirectories(settings.directory().resolve("kafka")).resolve("meta.properties");
        Files.writeString(damaged, "version=what");

        assertThatThrownBy(() -> Standalone.start(settings)).hasStackTraceContaining("meta.properties");

        Files.delete(damaged);
        try (var botyard = Standalone.start(settings)) {
            assertThat(about(botyard)).contains("sandbox");
        }
    }

    private static String about(Standalone botyard) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(botyard.gateway().resolve("/api/about")))
                .body();
    }

    private static HttpResponse<String> login(Standalone botyard, FirstAdmin admin)
            throws IOException, InterruptedException {
        var body = "{\"email\":\"" + admin.email() + "\",\"password\":\""
                + admin.password().orElseThrow() + "\"}";
        return send(HttpRequest.newBuilder(botyard.gateway().resolve("/api/auth/login"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }
}
