package io.botyard.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator has to change before a worker starts is said in one sentence, and nothing else is. */
class RefusedStartTest {

    @Test
    void aMistakeOfTheOperatorIsOneSentence(@TempDir Path directory) {
        try (var rig = new WorkerRig(directory)) {
            rig.startWorker().close();
            assertSaid(
                    rig.refusal("--botyard.kafka.partitions=6"),
                    "Topic bot.* has 4 partitions, but this deployment was made with 6.");
            assertSaid(
                    rig.refusal("--botyard.secret.vault.addresses=http://vault.example.org:8200"),
                    "botyard.secret.vault.addresses: http://vault.example.org:8200 is not like https://vault-1:8200;");
            assertSaid(
                    rig.refusal("--botyard.secret.vault.addresses=https://vault.example.org:8200"),
                    "set one of botyard.secret.vault.token-file,");
        }
    }

    private static void assertSaid(String log, String sentence) {
        assertThat(log).contains(sentence).doesNotContain("\tat ").doesNotContain("Exception");
    }
}
