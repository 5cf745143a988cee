package io.botyard.worker;

import static io.botyard.worker.WorkerRig.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.RefusalCode;
import io.botyard.contract.Role;
import io.botyard.contract.UserId;
import io.botyard.contract.command.RotateKeys;
import io.botyard.contract.event.BotEvent;
import io.botyard.contract.event.BotTokenRejected;
import io.botyard.contract.event.CallFailed;
import io.botyard.contract.event.CallSucceeded;
import io.botyard.contract.event.CommandRefused;
import io.botyard.contract.event.KeyRotationStarted;
import io.botyard.contract.event.KeysRotated;
import io.botyard.sandbox.fault.Fault;
import io.botyard.testkit.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** Rule 10: what old keys sealed stays readable and is sealed anew, while the bots work. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class KeysTest {

    private WorkerRig rig;
    private ConfigurableApplicationContext worker;

    @BeforeAll
    void start(@TempDir Path directory) {
        rig = new WorkerRig(directory);
        worker = rig.startWorker();
    }

    @AfterAll
    void stop() {
        worker.close();
        rig.close();
    }

    @Test
    void rule10EveryRowIsSealedAnewAndTheBotsWorkBeforeMeanwhileAndAfterwards() {
        var users = LongStream.rangeClosed(1, 8).boxed().toList();
        var rows = users.stream().map(rig::verified).toList();
        users.forEach(user -> assertWorks(user, rows.get(user.intValue() - 1)));
        var before = state();
        var rotated = rotate();
        users.forEach(user -> assertWorks(user, rows.get(user.intValue() - 1)));
        assertThat(rotated.unreadable()).isZero();
        assertThat(rotated.rows()).isGreaterThanOrEqualTo(users.size());
        assertThat(rotated.userId()).isEqualTo(UserId.PLATFORM);
        assertThat(rotated.head().actor().role()).isEqualTo(Role.SUPERADMIN);
        assertThat(under(rotated.keyVersion())).isEqualTo(value("select count(*) from bots.bot_view"));
        assertThat(value("select version from bots.key_view where newest")).isEqualTo(rotated.keyVersion());
        assertThat(progress(rotated.keyVersion())).isEqualTo(rotated.rows() + "/" + rotated.rows() + "/0 finished");
        assertThat(state()).as("it is no change of a bot").isEqualTo(before);
        assertThat(worker.getBean(MeterRegistry.class)
                        .counter("botyard.keys.resealed")
                        .count())
                .isGreaterThanOrEqualTo((double) rotated.rows());
        worker.close();
        worker = rig.startWorker();
        users.forEach(user -> assertWorks(user, rows.get(user.intValue() - 1)));
    }

    @Test
    void rule6ACommandReadTwiceRotatesOnceAndItsStartIsToldBeforeItsEnd() {
        var command = rig.commands.rotateKeys();
        rig.send(command);
        rig.send(command);
        ended(command);
        rig.send(command);
        var marker = rotate();
        assertThat(eventsOf(command))
                .extracting(BotEvent::kind)
                .containsExactly("key_rotation_started", "keys_rotated");
        assertThat(marker.keyVersion())
                .isEqualTo(((KeysRotated) eventsOf(command).getLast()).keyVersion() + 1);
    }

    @Test
    void aRotationMeanwhileIsRefused() throws SQLException {
        rig.verified(20);
        var first = rig.commands.rotateKeys();
        try (var hold = rig.database.connect();
                var statement = hold.createStatement()) {
            hold.setAutoCommit(false);
            statement.execute("select from bots.bot where user_id = 20 for update");
            assertThat(rig.ask(first)).isInstanceOf(KeyRotationStarted.class);
            assertThat(rig.refusalOf(rig.commands.rotateKeys())).isEqualTo(RefusalCode.ROTATION_RUNNING);
            hold.rollback();
        }
        assertThat(ended(first).unreadable()).isZero();
    }

    @Test
    void aSecretThatIsReplacedMeanwhileIsNotLost() throws SQLException {
        var row = rig.verified(30);
        var token = Tokens.anotherOf(5_030);
        var replacement = rig.sealed(30, token).value();
        var command = rig.commands.rotateKeys();
        try (var meanwhile = rig.database.connect();
                var statement = meanwhile.createStatement()) {
            meanwhile.setAutoCommit(false);
            statement.execute("select from bots.bot where user_id = 30 for update");
            rig.ask(command);
            patiently().until(() -> waitingForALock() > 0);
            statement.execute("update bots.bot set token = '" + replacement + "' where user_id = 30");
            meanwhile.commit();
        }
        var rotated = ended(command);
        rig.sandbox.revoke(5_030);
        worker.close();
        worker = rig.startWorker();
        assertThat(rotated.unreadable()).isZero();
        assertThat(value("select key_version from bots.bot where user_id = 30")).isEqualTo(rotated.keyVersion());
        assertWorks(30, row);
    }

    @Test
    void whatDoesNotOpenIsCountedAndNamedAndHoldsNothingUp(CapturedOutput output) throws SQLException {
        rig.verified(40);
        rig.register(41);
        update("update bots.bot set token = 'tink:AAAA' where user_id = 41");
        var rotated = rotate();
        assertThat(rotated.unreadable()).isEqualTo(1);
        assertThat(progress(rotated.keyVersion()))
                .isEqualTo(rotated.rows() + "/" + (rotated.rows() + 1) + "/1 finished");
        assertThat(output.getAll()).containsPattern("secret not sealed anew.*41|41.*secret not sealed anew");
        var again = rotate();
        assertThat(again.unreadable()).isEqualTo(1);
        rig.ask(rig.commands.removeBot(41));
    }

    @Test
    void whatASlowGatewaySealedUnderTheOldKeyIsCaughtUpWith() {
        var token = Tokens.of(5_050);
        var late = rig.commands.registerBot(50, token.botId().value(), rig.sealed(50, token));
        var rotated = rotate();
        rig.ask(late);
        patiently().until(() -> value("select key_version from bots.bot where user_id = 50") == rotated.keyVersion());
        assertThat(progress(rotated.keyVersion())).endsWith("finished");
    }

    @Test
    void aTokenThatTelegramRejectsIsTheSameTokenAfterItWasSealedAnew() {
        var row = rig.verified(60);
        rig.sandbox
                .faults()
                .add(Fault.error(401).after(Duration.ofSeconds(2)).forBot(5_060).forMethod("sendMessage"));
        var call = rig.commands.sendMessage(60, row, "42", "with a token that is revoked meanwhile");
        rig.send(call);
        patiently().until(() -> rig.sent(60).size() == 1);
        rotate();
        assertThat(rig.outcomeOf(call.commandId())).isInstanceOf(CallFailed.class);
        patiently()
                .untilAsserted(() -> assertThat(rig.events())
                        .anyMatch(event -> event instanceof BotTokenRejected
                                && event.userId().value() == 60));
    }

    private KeysRotated rotate() {
        var command = rig.commands.rotateKeys();
        rig.send(command);
        return ended(command);
    }

    private KeysRotated ended(RotateKeys command) {
        return patiently()
                .until(
                        () -> eventsOf(command).stream()
                                .filter(KeysRotated.class::isInstance)
                                .map(KeysRotated.class::cast)
                                .toList(),
                        found -> !found.isEmpty())
                .getFirst();
    }

    private List<BotEvent> eventsOf(RotateKeys command) {
        return rig.events().stream()
                .filter(event -> event.head().commandId().equals(command.commandId()))
                .filter(event -> !(event instanceof CommandRefused))
                .toList();
    }

    private void assertWorks(long user, long row) {
        var call = rig.commands.sendMessage(user, row, "42", "still there");
        rig.send(call);
        assertThat(rig.outcomeOf(call.commandId())).isInstanceOf(CallSucceeded.class);
    }

    private String state() {
        return rig.seenByGateways("select string_agg(b::text, ' ' order by user_id) from bots.bot_view b")
                .orElseThrow();
    }

    private String progress(int version) {
        return rig.seenByGateways("select rows_reencrypted || '/' || rows_total || '/' || rows_unreadable"
                        + " || case when finished_at is null then ' running' else ' finished' end"
                        + " from bots.key_rotation_view where version = " + version)
                .orElseThrow();
    }

    private long under(int version) {
        return value("select row_count from bots.key_view where version = " + version);
    }

    private long waitingForALock() {
        return value(
                "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()");
    }

    private long value(String query) {
        try (var connection = rig.database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void update(String change) throws SQLException {
        try (var connection = rig.database.connect();
                var statement = connection.createStatement()) {
            statement.execute(change);
        }
    }
}
