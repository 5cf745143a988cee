package io.botyard.sandbox.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.sandbox.RunningSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** grammY (JavaScript) takes the sandbox for Telegram. */
class GrammyTest {

    private static final Path SOURCE = Path.of("src/test/js");
    private static final Path PROJECT = Path.of("target/grammy");

    @RegisterExtension
    final RunningSandbox sandbox = new RunningSandbox();

    @BeforeAll
    static void install() throws IOException, InterruptedException {
        Files.createDirectories(PROJECT);
        for (String file : List.of("package.json", "package-lock.json", ".npmrc", "judge.mjs")) {
            Files.copy(SOURCE.resolve(file), PROJECT.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        String said = run("npm", "ci", "--ignore-scripts");
        assertThat(PROJECT.resolve("node_modules/grammy")).as(said).exists();
    }

    @Test
    void sendsEditsDeletesUploadsAndPolls() throws IOException, InterruptedException {
        String said = run("node", "judge.mjs", sandbox.it().uri().toString(), RunningSandbox.TOKEN);

        assertThat(said.lines().filter(line -> line.startsWith("ok ")))
                .as(said)
                .containsExactly(
                        "ok learnsWhoItIs",
                        "ok sendsEditsAndDeletes",
                        "ok uploadsFilesAndAlbums",
                        "ok understandsRefusals",
                        "ok receivesUpdatesByLongPolling");
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(PROJECT.toFile())
                .redirectErrorStream(true)
                .start();
        String said = process.inputReader().readAllAsString();
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
