package io.botyard.embedded.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import io.botyard.embedded.Programs;
import io.botyard.embedded.Traces;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class EmbeddedDatabaseTest {

    @TempDir
    Path directory;

    @Test
    void isDurable() throws Exception {
        try (var database = EmbeddedDatabase.start(settings())) {
            for (var setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                assertThat(Traces.rows(database.url("postgres"), "SHOW " + setting))
                        .as(setting)
                        .containsExactly("on");
            }
        }
    }

    @Test
    void keepsItsRowsOverAStopAndOverACrash() throws Exception {
        try (var database = EmbeddedDatabase.start(settings())) {
            var url = database.url("postgres");
            Traces.execute(url, "CREATE TABLE trace (what text)");
            Traces.execute(url, "INSERT INTO trace VALUES ('kept')");
            database.stop();
            assertThat(database.isRunning()).isFalse();
            database.start();
            Traces.execute(url, "INSERT INTO trace VALUES ('kept as well')");
            database.crash();
            database.start();
            assertThat(Traces.rows(url, "SELECT what FROM trace")).containsExactly("kept", "kept as well");
        }
    }

    @Test
    void asksForThePassword() {
        try (var database = EmbeddedDatabase.start(settings())) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> DriverManager.getConnection(database.url("postgres"), "postgres", "guessed")
                            .close())
                    .withMessageContaining("password authentication failed");
        }
    }

    @Test
    void refusesADirectoryInUse() {
        try (var _ = EmbeddedDatabase.start(settings())) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> EmbeddedDatabase.start(settings()).close())
                    .withMessage("another process uses " + directory.resolve("rows"));
        }
    }

    @Test
    void leavesAProcessAloneWhoseNumberMerelyStandsInTheFile() throws Exception {
        EmbeddedDatabase.start(settings()).close();
        var bystander = new ProcessBuilder("sleep", "600").start();
        try {
            Files.writeString(directory.resolve("rows").resolve("postmaster.pid"), bystander.pid() + "\n");

            EmbeddedDatabase.start(settings()).close();

            assertThat(bystander.isAlive()).isTrue();
        } finally {
            bystander.destroyForcibly();
        }
    }

    @Test
    void endsAServerThatWasLeftBehind() throws Exception {
        try (var database = EmbeddedDatabase.start(settings())) {
            Traces.execute(database.url("postgres"), "CREATE TABLE trace (what text)");
            new LeftoverServer(directory.resolve("rows"), PostgresPrograms.in(Programs.DIRECTORY)).end();
            // Its process is gone; the one who watches it may hear of that a moment later.
            await().until(() -> !database.isRunning());
            database.start();
            assertThat(Traces.rows(database.url("postgres"), "SELECT what FROM trace"))
                    .isEmpty();
        }
    }

    private DatabaseSettings settings() {
        return new DatabaseSettings(directory.resolve("rows"), Programs.DIRECTORY, 0, "secret");
    }
}
