package io.botyard.worker;

import static io.botyard.worker.WorkerRig.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.command.CallMethod;
import io.botyard.contract.event.CallFailed;
import io.botyard.contract.event.CallSucceeded;
import io.botyard.sandbox.fault.Fault;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A call on its way to be set aside is neither there nor away. */
@Tag("faults")
class OnTheWayTest {

    private static final int IN_MEMORY = 4;
    private static final String ROOM = "--botyard.worker.backlog.in-memory=" + IN_MEMORY;
    private static final Duration BUSY = Duration.ofSeconds(2);
    private static final String SET_ASIDE = "insert into bots.parked_call";
    private static final String LOOK = "from bots.parked_call where partition = ? and user_id = ?";

    @Test
    void aCallThatIsSetAsideDuringALookIsFoundByTheNext(@TempDir Path directory) {
        try (var rig = new WorkerRig(directory)) {
            var look = new LongLook(rig);
            try (var _ = rig.startWorker(look, ROOM)) {
                var call = oneTooMany(rig, rig.verified(1));
                rig.send(call);
                patiently().until(look.over::get);
                assertThat(rig.outcomeOf(call.commandId())).isInstanceOf(CallSucceeded.class);
            }
        }
    }

    @Test
    void aCallThatCannotBeSetAsideHoldsUpNoneOfItsChat(@TempDir Path directory) {
        try (var rig = new WorkerRig(directory);
                var _ = rig.startWorker(new Refusal(), ROOM)) {
            var row = rig.verified(1);
            var call = oneTooMany(rig, row);
            rig.send(call);
            assertThat(rig.outcomeOf(call.commandId())).isInstanceOf(CallFailed.class);
            var next = rig.commands.sendMessage(1, row, "42", "comes later");
            rig.send(next);
            assertThat(rig.outcomeOf(next.commandId())).isInstanceOf(CallSucceeded.class);
        }
    }

    /** A call in a chat of its own while others take all the room in memory. */
    private static CallMethod oneTooMany(WorkerRig rig, long row) {
        rig.sandbox.faults().add(Fault.delay(BUSY).forBot(5_001).times(IN_MEMORY));
        IntStream.range(0, IN_MEMORY)
                .forEach(chat -> rig.send(rig.commands.sendMessage(1, row, "10" + chat, "takes a place")));
        return rig.commands.sendMessage(1, row, "42", "finds none");
    }

    /** The first look begins before the call is there, and is over when its record is finished. */
    private static final class LongLook implements WatchedDatabase.Watcher {

        private final WorkerRig rig;
        private final AtomicBoolean begun = new AtomicBoolean();
        private final AtomicBoolean over = new AtomicBoolean();

        private LongLook(WorkerRig rig) {
            this.rig = rig;
        }

        @Override
        public void before(String sql) {
            if (Thread.currentThread().getName().equals("parking")) {
                patiently().until(begun::get);
            }
        }

        @Override
        public void after(String sql) {
            if (sql.contains(LOOK) && begun.compareAndSet(false, true)) {
                patiently().until(rig::everyCallIsCommitted);
                over.set(true);
            }
        }
    }

    /** So often as it is tried, and no more. */
    private static final class Refusal implements WatchedDatabase.Watcher {

        private static final int TRIES = 3;

        private final AtomicInteger refused = new AtomicInteger();

        @Override
        public void before(String sql) throws SQLException {
            if (sql.contains(SET_ASIDE) && refused.getAndIncrement() < TRIES) {
                throw new SQLException("a value that PostgreSQL does not take", "22021");
            }
        }
    }
}
