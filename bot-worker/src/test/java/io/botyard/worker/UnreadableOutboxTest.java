package io.botyard.worker;

import static io.botyard.worker.WorkerRig.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.UserId;
import io.botyard.contract.command.CallMethod;
import io.botyard.contract.event.CallSucceeded;
import io.botyard.contract.wire.UserPartitions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker of an earlier release takes over from one of a later release, which left an event it does not know. */
@Tag("faults")
class UnreadableOutboxTest {

    private static final UserPartitions PARTITIONS = new UserPartitions(4);
    private static final int CONCERNED = 2;
    private static final Duration SILENCE = Duration.ofSeconds(1);

    @Test
    void whatOnePartitionCannotBeToldKeepsNoOtherWaiting(@TempDir Path directory) {
        try (var rig = new WorkerRig(directory)) {
            var rows = new HashMap<Long, Long>();
            try (var _ = rig.startWorker()) {
                LongStream.rangeClosed(1, 8).forEach(user -> rows.put(user, rig.verified(user)));
            }
            rig.change("insert into bots.outbox (event_id, partition, type, event) values (gen_random_uuid(), "
                    + CONCERNED + ", 'io.botyard.bot.event.of-a-later-release.v1', '{}')");
            try (var _ = rig.startWorker()) {
                var calls = new HashMap<Long, CallMethod>();
                rows.forEach((user, row) -> calls.put(user, rig.commands.sendMessage(user, row, "42", "still there")));
                calls.values().forEach(rig::send);
                calls.forEach((user, call) -> {
                    if (!isConcerned(user)) {
                        assertThat(rig.outcomeOf(call.commandId())).isInstanceOf(CallSucceeded.class);
                    }
                });
                patiently()
                        .during(SILENCE)
                        .until(() -> calls.keySet().stream()
                                .filter(UnreadableOutboxTest::isConcerned)
                                .allMatch(user -> rig.sent(user).isEmpty()));

                rig.change("delete from bots.outbox where type like '%of-a-later-release%'");
                calls.values()
                        .forEach(call ->
                                assertThat(rig.outcomeOf(call.commandId())).isInstanceOf(CallSucceeded.class));
            }
            assertThat(rows.keySet())
                    .anyMatch(UnreadableOutboxTest::isConcerned)
                    .anyMatch(user -> !isConcerned(user));
        }
    }

    private static boolean isConcerned(long user) {
        return PARTITIONS.of(new UserId(user)) == CONCERNED;
    }
}
