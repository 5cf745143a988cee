package io.botyard.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole of Botyard is ended right after it accepted messages, and started again. */
@Tag("faults")
class KilledTest {

    private static final long BOT = 800_001;

    @TempDir
    Path directory;

    @Test
    void afterKill9EveryAcceptedMessageEndsAndNoneIsSentTwice() throws Exception {
        var botyard = StandaloneProcess.in(directory);
        try {
            botyard.start();
            var anna = Person.registeredAt(botyard.gateway(), "anna").withBot(BOT);
            var messages = InFlight.of(anna, botyard.sandbox());
            botyard.kill();

            botyard.start();
            var endings = messages.endings(Person.loggedInAt(botyard.gateway(), "anna@example.org", Person.PASSWORD));
            assertThat(InFlight.textsSent(botyard.sandbox(), BOT)).doesNotHaveDuplicates();
            assertThat(endings).isSubsetOf("succeeded", "unknown");
            assertThat(endings)
                    .filteredOn("unknown"::equals)
                    .as("calls that were being made, at most one for each chat")
                    .hasSizeLessThanOrEqualTo(InFlight.CHATS);
        } finally {
            botyard.end();
        }
    }

    @Test
    void afterCtrlCWhatWasUnderWayHasEndedAndTheRestGoesOn() throws Exception {
        var botyard = StandaloneProcess.in(directory);
        try {
            botyard.start();
            var anna = Person.registeredAt(botyard.gateway(), "anna").withBot(BOT);
            var messages = InFlight.of(anna, botyard.sandbox());
            assertThat(botyard.interrupt()).isEqualTo(130);
            assertThat(botyard.printed()).contains("Botyard has stopped");
            assertThat(botyard.leavesADatabaseBehind()).isFalse();

            botyard.start();
            var endings = messages.endings(Person.loggedInAt(botyard.gateway(), "anna@example.org", Person.PASSWORD));
            assertThat(endings).containsOnly("succeeded");
            assertThat(InFlight.textsSent(botyard.sandbox(), BOT))
                    .hasSameSizeAs(endings)
                    .doesNotHaveDuplicates();
        } finally {
            botyard.end();
        }
    }
}
