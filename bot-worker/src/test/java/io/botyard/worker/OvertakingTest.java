package io.botyard.worker;

import static io.botyard.worker.WorkerRig.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.command.CallMethod;
import io.botyard.sandbox.fault.Fault;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Order in a chat at a takeover: records are read again while the next owner looks what its predecessor set aside. */
@Tag("faults")
class OvertakingTest {

    /** A look for a lane's next row stops half-way from then on, with what it has seen. */
    private static final String LOOKS_STOP = """
            select pg_advisory_lock(1);
            create function bots.looked_at(place bigint) returns boolean language plpgsql as $$ begin
                if place = 3 and current_query() like '%order by position%' then
                    perform pg_advisory_xact_lock_shared(1);
                end if;
                return true;
            end $$;
            create policy slowly on bots.parked_call using (bots.looked_at(position)) with check (true);
            alter table bots.parked_call enable row level security;
            alter table bots.parked_call force row level security""";

    private static final String STOPPED = "select count(*) from pg_locks where locktype = 'advisory' and not granted";

    /** Long enough to slow looks down before the answer is there. */
    private static final Duration ANSWERED_LATE = Duration.ofSeconds(5);

    /** The offset at which the second call is read again: before it there are those of the first worker, and the first. */
    private static final int SECOND = 3;

    @Test
    void aCallThatIsReadAgainGoesBeforeARowThatCameAfterIt(@TempDir Path directory) throws Exception {
        try (var rig = new WorkerRig(directory)) {
            long row;
            CallMethod second;
            rig.sandbox.faults().add(Fault.tooManyRequests(3_600).forChat(42));
            try (var worker = rig.startWorker()) {
                row = rig.verified(1);
                assertThat(worker.isActive()).isTrue();
                second = rig.commands.sendMessage(1, row, "42", "second");
                rig.send(rig.commands.sendMessage(1, row, "42", "gated"));
                rig.send(second);
                patiently().until(() -> rig.count("select count(*) from bots.parked_call") == 2);
            }
            rig.change("delete from bots.gate");
            rig.change("update bots.parked_call set position = " + SECOND + " where position = 1");
            rig.sandbox.faults().add(Fault.delay(ANSWERED_LATE).forChat(42));
            try (var worker = rig.startWorker();
                    var hold = rig.database.connect();
                    var statement = hold.createStatement()) {
                patiently().until(() -> worker.isActive() && rig.sent(1).size() == 2);
                statement.execute(LOOKS_STOP);
                patiently().until(() -> rig.count(STOPPED) == 1);

                rig.send(rig.commands.sendMessage(1, row, "42", "first"));
                rig.send(second);
                rig.send(rig.commands.sendMessage(1, row, "43", "elsewhere"));
                patiently().until(() -> rig.sent(1).size() == 3);
                patiently().until(() -> rig.count("select count(*) from bots.parked_call") == 2);
                statement.execute("select pg_advisory_unlock(1)");
                patiently().until(() -> rig.sent(1).size() == 5);
            }
            assertThat(rig.sent(1))
                    .extracting(sent -> sent.text("text"))
                    .containsExactly("gated", "gated", "elsewhere", "first", "second");
        }
    }
}
