package io.botyard.worker.guarantee;

import static io.botyard.worker.guarantee.Trial.frozen;
import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.worker.guarantee.Troupe.Played;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A frozen owner that wakes when its users are another worker's changes nothing. */
@Tag("faults")
class FrozenOwnerTest {

    @Test
    void itsTransactionRollsBackAndItsCallDoesNotStart(@TempDir Path directory) throws Exception {
        try (var troupe = new Troupe(directory)) {
            troupe.stage().cluster().awaitShared(1);
            var takeovers = Takeovers.of(troupe.stage().cluster().database());
            var played = troupe.play(List.of(
                    frozen(Deed.SUSPENSION, Step.BEFORE_COMMIT),
                    frozen(Deed.CALL, Step.AFTER_INTENT),
                    frozen(Deed.RETRIED_CALL, Step.AFTER_INTENT)));
            var suspension = played.getFirst();
            assertThat(suspension.observed()).isEqualTo("`bot_suspended`; Telegram asked never");
            assertThat(troupe.stage().eventsOf(suspension.command()))
                    .as("decided by the next owner, not by the one that froze before its commit")
                    .singleElement()
                    .satisfies(event -> assertThat(event.head().at()).isAfter(nextTaken(takeovers, suspension)));
            assertThat(played.get(1).observed()).isEqualTo("`call_unknown`; Telegram asked never");
            assertThat(played.get(2).observed())
                    .as("by the next owner alone")
                    .isEqualTo("`call_succeeded`; Telegram asked once");
        }
    }

    /** When the customer's partition was taken over after the freeze. */
    private static Instant nextTaken(Takeovers takeovers, Played played) throws Exception {
        var partition = History.partitionOf(played.customer());
        return takeovers.since(played.sprung()).stream()
                .filter(takeover -> takeover.partition() == partition)
                .findFirst()
                .orElseThrow()
                .at();
    }
}
