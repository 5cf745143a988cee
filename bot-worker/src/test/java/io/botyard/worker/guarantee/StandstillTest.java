package io.botyard.worker.guarantee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.contract.event.CallIntent;
import io.botyard.contract.wire.Topic;
import io.botyard.sandbox.fault.Fault;
import io.botyard.sandbox.ledger.Call;
import io.botyard.testkit.TopicReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A worker that stands still for less than its lease lasts stays the owner, and does not make up for it. */
@Tag("faults")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StandstillTest {

    private static final String NAME = "owner";
    private static final Duration STANDSTILL = Duration.ofSeconds(3);

    /** As many as miss their moment in that time: what a busy machine delays on the way is little beside what they take. */
    private static final int TOGETHER = 6;

    private Path armed;
    private Cluster cluster;
    private Stage stage;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        armed = directory.resolve("armed");
        Map<String, Object> settings = Map.of(
                TrappedWorker.NAME,
                NAME,
                TrappedWorker.STEP,
                Step.AFTER_INTENT,
                TrappedWorker.FREEZES,
                true,
                TrappedWorker.ARMED,
                armed,
                // Whoever waits holds a token while the worker stands still.
                "botyard.worker.call.in-memory",
                "10s");
        cluster = new Cluster(directory, List.of(new Cluster.Member(TrappedWorker.class, () -> settings)));
        cluster.start("consumer");
        stage = new Stage(cluster);
    }

    @AfterAll
    void stop() {
        stage.close();
        cluster.close();
    }

    @Test
    void rule4CallsThatMissedTheirMomentDoNotGoAtOnce() throws Exception {
        var customer = stage.customerOf(NAME, "2", 10);
        stage.verify(customer);
        var commands = stage.commands();
        IntStream.range(0, 16)
                .forEach(i -> stage.send(commands.sendMessage(customer.user(), customer.row(), "" + i, "m" + i)));
        await().atMost(Stage.PATIENCE).until(() -> stage.asked(customer) >= 4);
        cluster.worker(0).freeze();
        awaitMoment(STANDSTILL);
        cluster.worker(0).thaw();
        await().atMost(Stage.PATIENCE).until(() -> stage.asked(customer) == 16);
        var calls = stage.ledger(customer).stream().map(Call::at).toList();
        for (var i = TOGETHER - 1; i < calls.size(); i++) {
            assertThat(Duration.between(calls.get(i - TOGETHER + 1), calls.get(i)))
                    .as(
                            "two seconds for six calls, at two a second of which two may go at once: call %s of %s",
                            i, calls)
                    .isGreaterThan(Duration.ofSeconds(2).minus(RateKept.JITTER.multipliedBy(2)));
        }
    }

    /** Whoever takes over waits for as long as the intent says, so the attempt must not last any longer. */
    @Test
    void anAttemptThatBeginsLateIsGivenUpWhenItsIntentEnds() throws Exception {
        try (var intents = TopicReader.of(cluster.broker().connection(), Topic.BOT_INTENTS.topicName())) {
            var customer = stage.customerOf(NAME);
            stage.verify(customer);
            cluster.sandbox()
                    .faults()
                    .add(Fault.hanging().forBot(customer.bot()).forMethod("sendMessage"));
            Files.createFile(armed);
            var call = Deed.CALL.command(stage, customer);
            stage.send(call);
            await().atMost(Stage.PATIENCE).until(cluster.worker(0)::frozen);
            // Most of what an attempt may lose of its time before it is put off.
            awaitMoment(Duration.ofSeconds(2));
            cluster.worker(0).thaw();
            await().atMost(Stage.PATIENCE).until(() -> Deed.CALL.ends(stage, call.commandId()));
            var covered = intents.messages(CallIntent.class).stream()
                    .filter(intent -> intent.commandId().equals(call.commandId()))
                    .toList()
                    .getLast()
                    .until();
            assertThat(stage.outcomesOf(call.commandId()))
                    .singleElement()
                    .satisfies(outcome -> assertThat(outcome.head().at()).isBefore(covered.plusSeconds(1)));
            assertThat(stage.asked(customer)).isEqualTo(1);
        }
    }

    private static void awaitMoment(Duration length) {
        await().pollDelay(length).until(() -> true);
    }
}
