package io.botyard.worker.guarantee;

import static io.botyard.worker.guarantee.Trial.frozen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.contract.event.CallIntent;
import io.botyard.contract.wire.Topic;
import io.botyard.sandbox.fault.Fault;
import io.botyard.testkit.TopicReader;
import io.botyard.worker.guarantee.Troupe.Played;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A frozen owner that wakes when its users are another worker's changes nothing. */
class FrozenOwnerTest {

    @Test
    void itsTransactionRollsBackAndItsCallDoesNotStart(@TempDir Path directory) throws Exception {
        try (var troupe = new Troupe(directory)) {
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

    /** Whoever takes over waits for as long as the intent says, so the attempt must not last any longer. */
    @Test
    void whatItAsksLateIsGivenUpWhenItsIntentEnds(@TempDir Path directory) throws Exception {
        var armed = directory.resolve("armed");
        var owner = new Cluster.Member(
                TrappedWorker.class,
                () -> Map.of(
                        TrappedWorker.NAME,
                        "owner",
                        TrappedWorker.STEP,
                        Step.AFTER_INTENT,
                        TrappedWorker.FREEZES,
                        true,
                        TrappedWorker.ARMED,
                        armed));
        try (var cluster = new Cluster(directory, List.of(owner))) {
            cluster.start("consumer");
            try (var stage = new Stage(cluster);
                    var intents = TopicReader.of(cluster.broker().connection(), Topic.BOT_INTENTS.topicName())) {
                var customer = stage.customerOf("owner");
                stage.verify(customer);
                cluster.sandbox()
                        .faults()
                        .add(Fault.hanging().forBot(customer.bot()).forMethod("sendMessage"));
                Files.createFile(armed);
                var call = Deed.CALL.command(stage, customer);
                stage.send(call);
                await().atMost(Stage.PATIENCE).until(cluster.worker(0)::frozen);
                // Most of the half of the time that an attempt is given at least.
                await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
                cluster.worker(0).thaw();
                await().atMost(Stage.PATIENCE).until(() -> Deed.CALL.ends(stage, call.commandId()));
                var covered = intents.messages(CallIntent.class).getLast().until();
                assertThat(stage.outcomesOf(call.commandId()))
                        .singleElement()
                        .satisfies(outcome -> assertThat(outcome.head().at()).isBefore(covered.plusSeconds(1)));
                assertThat(stage.asked(customer)).isEqualTo(1);
            }
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
