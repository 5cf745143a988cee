package io.botyard.worker.guarantee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.contract.command.CallMethod;
import io.botyard.contract.event.CallSucceeded;
import io.botyard.contract.event.CallUnknown;
import io.botyard.contract.wire.Topic;
import io.botyard.sandbox.fault.Fault;
import io.botyard.sandbox.ledger.Call;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the first owner began is known to the third, also when the second has done little but take over. */
@Tag("faults")
class TwoTakeoversTest {

    private static final List<String> NAMES = List.of("one", "two", "three");
    private static final int CALLS = 6;

    @Test
    void rule8NothingIsDoubledWhenTheNextOwnerDiesBeforeItIsDoneWithWhatItFound(@TempDir Path directory)
            throws Exception {
        var members = NAMES.stream().map(name -> member(directory, name)).toList();
        try (var cluster = new Cluster(directory, members)) {
            cluster.start("consumer");
            try (var stage = new Stage(cluster);
                    var admin = Admin.create(cluster.broker().connection().admin())) {
                var customer = stage.customerOf("one");
                var input = new TopicPartition(Topic.BOT_CALLS.topicName(), History.partitionOf(customer));
                stage.verify(customer);
                var finished = message(stage, customer, "100");
                awaitEnd(stage, finished);
                cluster.sandbox()
                        .faults()
                        .add(Fault.hanging().forBot(customer.bot()).forChat(100));
                var hanging = message(stage, customer, "100");
                var ended = IntStream.range(0, CALLS)
                        .mapToObj(i -> message(stage, customer, "20" + i))
                        .toList();
                ended.forEach(call -> awaitEnd(stage, call));
                cluster.worker(0).kill();

                // The second owner commits what it finds finished, while what hangs holds up all the rest.
                await().atMost(Stage.PATIENCE).until(() -> committed(admin, input) == 1);
                var second = cluster.value("select holder from bots.ownership where partition = " + input.partition());
                cluster.worker(NAMES.indexOf(second.substring(0, second.indexOf('-'))))
                        .kill();

                awaitEnd(stage, hanging);
                assertThat(stage.outcomesOf(hanging.commandId()))
                        .singleElement()
                        .isInstanceOf(CallUnknown.class);
                assertThat(ended)
                        .allSatisfy(call -> assertThat(stage.outcomesOf(call.commandId()))
                                .singleElement()
                                .isInstanceOf(CallSucceeded.class));
                assertThat(stage.ledger(customer))
                        .extracting(Call::chatId)
                        .as("two in the first chat, one in each other")
                        .containsExactlyInAnyOrder("100", "100", "200", "201", "202", "203", "204", "205");
            }
        }
    }

    /** The first commits nothing after its start; a call that hangs keeps its chat shut for 20 s. */
    private static Cluster.Member member(Path directory, String name) {
        return new Cluster.Member(
                TrappedWorker.class,
                () -> Map.of(
                        TrappedWorker.NAME,
                        name,
                        TrappedWorker.STEP,
                        Step.AFTER_INTENT,
                        TrappedWorker.FREEZES,
                        false,
                        TrappedWorker.ARMED,
                        directory.resolve("never"),
                        "botyard.worker.intake.commit-every",
                        name.equals("one") ? "365d" : "500ms",
                        "botyard.worker.call.deadline",
                        "20s"));
    }

    private static CallMethod message(Stage stage, Customer customer, String chat) {
        var call = stage.commands().sendMessage(customer.user(), customer.row(), chat, "m");
        stage.send(call);
        return call;
    }

    private static void awaitEnd(Stage stage, CallMethod call) {
        await().atMost(Stage.PATIENCE)
                .until(() -> !stage.outcomesOf(call.commandId()).isEmpty());
    }

    private static long committed(Admin admin, TopicPartition input) throws Exception {
        var offset = admin.listConsumerGroupOffsets("bot-worker")
                .partitionsToOffsetAndMetadata()
                .get()
                .get(input);
        return offset == null ? 0 : offset.offset();
    }
}
