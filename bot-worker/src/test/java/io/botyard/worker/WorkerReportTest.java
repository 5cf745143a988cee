package io.botyard.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.event.CallSucceeded;
import io.botyard.embedded.postgres.DatabaseLayout;
import io.botyard.sandbox.fault.Fault;
import io.botyard.worker.fleet.Fleet;
import io.botyard.worker.store.WorkerId;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What operators read of a worker follows what it does, and costs it nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkerReportTest {

    private static final String OFTEN = "--botyard.worker.report.every=100ms";

    private WorkerRig rig;
    private ConfigurableApplicationContext worker;
    private Waiting waiting;

    @BeforeAll
    void start(@TempDir Path directory) {
        rig = new WorkerRig(directory);
        waiting = new Waiting(rig);
        worker = rig.startWorker(OFTEN);
    }

    @AfterAll
    void stop() {
        worker.close();
        rig.close();
    }

    @Test
    void aWorkerTellsWhatItHoldsAndWhatIsUnderWay() {
        var others = worker.getBean(Fleet.class).resident();
        var row = rig.verified(1);
        rig.verified(2);
        awaitReport("resident_bots = " + (others + 2) + " and calls_under_way = 0 and parked_calls = 0");

        rig.sandbox
                .faults()
                .add(Fault.delay(Duration.ofSeconds(2)).forBot(5001).forChat(41).times(1));
        var slow = rig.commands.sendMessage(1, row, "41", "slow");
        rig.send(slow);
        awaitReport("calls_under_way = 1");
        assertThat(rig.outcomeOf(slow.commandId())).isInstanceOf(CallSucceeded.class);
        awaitReport("calls_under_way = 0");

        rig.sandbox.faults().add(Fault.tooManyRequests(3_600).forBot(5001).forChat(42));
        waiting.calls(1, row, "42", 7).forEach(rig::send);
        awaitReport("parked_calls = 7");
        assertThat(readBy("select waiting from bots.gate_view")).isEqualTo(1);

        rig.ask(rig.commands.removeBot(2));
        awaitReport("resident_bots = " + (others + 1));
    }

    @Test
    void aReportThatCannotBeWrittenDisturbsNothing() {
        var row = rig.verified(3);
        superuser("revoke insert, update on bots.worker_report from botyard_worker");
        var before = readBy("select cast(extract(epoch from max(seen_at)) * 1000 as bigint) from bots.worker_view");
        var call = rig.commands.sendMessage(3, row, "42", "goes on");
        rig.send(call);
        assertThat(rig.outcomeOf(call.commandId())).isInstanceOf(CallSucceeded.class);
        WorkerRig.patiently()
                .until(() ->
                        readBy("select count(*) from bots.ownership_view where lease_until > clock_timestamp()") == 4);
        superuser("grant insert, update on bots.worker_report to botyard_worker");
        awaitReport("seen_at > to_timestamp(" + before + " / 1000.0) + interval '300 milliseconds'");
    }

    @Test
    void aWorkerThatStopsLeavesNoReportAndOneThatDiedIsForgottenAfterADay() {
        var other = rig.startWorker(OFTEN, "--botyard.hazelcast.port=15702");
        var name = other.getBean(WorkerId.class).value();
        WorkerRig.patiently()
                .until(() -> readBy("select count(*) from bots.worker_view where worker = '%s'".formatted(name)) == 1);
        other.close();
        assertThat(rig.count("select count(*) from bots.worker_report where worker = '%s'".formatted(name)))
                .isZero();

        for (var hours : List.of(23, 25)) {
            rig.change(
                    "insert into bots.worker_report values ('died-%1$d', 'host', now(), now() - interval '%1$d h', 0, 0, 0)"
                            .formatted(hours));
        }
        assertThat(readBy("select count(*) from bots.worker_view where worker = 'died-23'"))
                .isEqualTo(1);
        assertThat(readBy("select count(*) from bots.worker_view where worker = 'died-25'"))
                .isZero();
    }

    private void awaitReport(String how) {
        var query = "select count(*) from bots.worker_view where worker = '%s' and %s"
                .formatted(worker.getBean(WorkerId.class).value(), how);
        WorkerRig.patiently()
                .untilAsserted(() -> assertThat(readBy(query)).as(how).isEqualTo(1));
    }

    /** One number, as audit-service reads it. */
    private long readBy(String query) {
        try (var connection = rig.database.connectAs(DatabaseLayout.AUDIT)) {
            return JdbcClient.create(new SingleConnectionDataSource(connection, true))
                    .sql(query)
                    .query(Long.class)
                    .single();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void superuser(String statement) {
        try (var connection = rig.database.connect()) {
            JdbcClient.create(new SingleConnectionDataSource(connection, true))
                    .sql(statement)
                    .update();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
