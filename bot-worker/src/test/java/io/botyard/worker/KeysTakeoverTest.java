package io.botyard.worker;

import static io.botyard.worker.WorkerRig.patiently;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.contract.UserId;
import io.botyard.contract.command.RotateKeys;
import io.botyard.contract.event.CallSucceeded;
import io.botyard.contract.event.KeysRotated;
import io.botyard.contract.wire.UserPartitions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rule 10 through a takeover: a rotation that loses its worker in the middle is ended by the next. */
@Tag("faults")
class KeysTakeoverTest {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int USERS = 12;
    private static final int LAST_PARTITION = 3;

    @Test
    void rule10TheNextOwnerGoesOnWhereAKilledOneStoppedAndEndsItOnce(@TempDir Path directory) throws Exception {
        try (var rig = new WorkerRig(directory);
                var hold = rig.database.connect();
                var statement = hold.createStatement()) {
            var first = rig.startWorkerProcess();
            var users = LongStream.rangeClosed(1, USERS).boxed().toList();
            var rows = users.stream().map(rig::verified).toList();
            var held = users.stream()
                    .filter(user -> new UserPartitions(LAST_PARTITION + 1).of(new UserId(user)) == LAST_PARTITION)
                    .findAny()
                    .orElseThrow();
            hold.setAutoCommit(false);
            statement.execute("select from bots.bot where user_id = " + held + " for update");
            var command = rig.commands.rotateKeys();
            rig.send(command);
            patiently().until(() -> done(rig) > 0);
            var done = done(rig);
            assertThat(done).isLessThan(USERS);
            first.kill();
            hold.rollback();
            try (var second = rig.startWorker()) {
                await().atMost(LONGEST).until(() -> !ends(rig, command).isEmpty());
                assertThat(done(rig)).isEqualTo(USERS);
                for (var user : users) {
                    var call = rig.commands.sendMessage(user, rows.get(user.intValue() - 1), "42", "still there");
                    rig.send(call);
                    assertThat(rig.outcomeOf(call.commandId())).isInstanceOf(CallSucceeded.class);
                }
                assertThat(second.isActive()).isTrue();
            }
            assertThat(ends(rig, command)).singleElement().satisfies(end -> {
                assertThat(end.keyVersion()).isEqualTo(2);
                assertThat(end.rows()).isEqualTo(USERS);
                assertThat(end.unreadable()).isZero();
            });
            assertThat(rig.seenByGateways("select string_agg(version || ':' || row_count, ' ' order by version)"
                            + " from bots.key_view"))
                    .contains("1:0 2:" + USERS);
        }
    }

    @Test
    void workersThatShareThePartitionsDoItTogether(@TempDir Path directory) throws Exception {
        try (var rig = new WorkerRig(directory)) {
            var other = rig.startWorkerProcess();
            try (var one = rig.startWorker()) {
                LongStream.rangeClosed(1, USERS).forEach(rig::register);
                await().atMost(LONGEST)
                        .until(() -> rig.seenByGateways("select count(distinct holder) from bots.ownership_view"
                                        + " where lease_until > now()")
                                .equals(Optional.of("2")));
                var command = rig.commands.rotateKeys();
                rig.send(command);
                await().atMost(LONGEST).until(() -> !ends(rig, command).isEmpty());
                assertThat(ends(rig, command))
                        .singleElement()
                        .satisfies(end -> assertThat(end.rows()).isEqualTo(USERS));
                assertThat(one.isActive()).isTrue();
            } finally {
                other.kill();
            }
        }
    }

    private static long done(WorkerRig rig) {
        return rig.seenByGateways("select rows_reencrypted from bots.key_rotation_view")
                .map(Long::parseLong)
                .orElse(0L);
    }

    private static List<KeysRotated> ends(WorkerRig rig, RotateKeys command) {
        return rig.events().stream()
                .filter(KeysRotated.class::isInstance)
                .map(KeysRotated.class::cast)
                .filter(event -> event.head().commandId().equals(command.commandId()))
                .toList();
    }
}
