package io.botyard.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.UserId;
import io.botyard.contract.event.CallSucceeded;
import io.botyard.contract.wire.UserPartitions;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL goes away while partitions are taken over. */
@Tag("faults")
class InterruptedTakeoverTest {

    private static final UserPartitions PARTITIONS = new UserPartitions(4);

    @Test
    void noPartitionStandsStillWhoseLeaseWasTakenAndCouldNotBeGivenBack(@TempDir Path directory) {
        var away = new Away();
        try (var rig = new WorkerRig(directory);
                var _ = rig.startWorker(away)) {
            var users = LongStream.rangeClosed(1, 12)
                    .boxed()
                    .collect(Collectors.toMap(user -> PARTITIONS.of(new UserId(user)), user -> user, (one, _) -> one));
            assertThat(users).hasSize(4);
            users.forEach((_, user) -> {
                var call = rig.commands.sendMessage(user, rig.verified(user), "42", "m");
                rig.send(call);
                assertThat(rig.outcomeOf(call.commandId())).isInstanceOf(CallSucceeded.class);
            });
            assertThat(away.back).isTrue();
        }
    }

    /** From when the first of them is nearly taken over until the first is to be given back. */
    private static final class Away implements WatchedDatabase.Watcher {

        private final AtomicBoolean gone = new AtomicBoolean();
        private final AtomicBoolean back = new AtomicBoolean();

        @Override
        public void before(String sql) throws SQLException {
            if (sql.contains("from bots.gate where partition = ?") && gone.compareAndSet(false, true)) {
                throw away();
            }
            if (gone.get() && sql.contains("set lease_until = 'epoch'") && back.compareAndSet(false, true)) {
                throw away();
            }
        }

        private static SQLException away() {
            return new SQLException("away", "08006");
        }
    }
}
