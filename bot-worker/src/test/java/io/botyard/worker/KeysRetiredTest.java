package io.botyard.worker;

import static io.botyard.worker.WorkerRig.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.SealedSecret;
import io.botyard.contract.command.RotateKeys;
import io.botyard.contract.event.CallSucceeded;
import io.botyard.contract.event.KeysRetired;
import io.botyard.contract.event.KeysRotated;
import io.botyard.sandbox.fault.Fault;
import io.botyard.secret.SecretUnreadable;
import io.botyard.testkit.Tokens;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** Rule 10: an old key is retired when nothing is sealed under it any more, and not before. */
@Tag("faults")
class KeysRetiredTest {

    private static final Duration SOON = Duration.ofSeconds(7);

    private WorkerRig rig;
    private ConfigurableApplicationContext worker;

    @BeforeEach
    void start(@TempDir Path directory) {
        rig = new WorkerRig(directory);
        worker = startWorker();
    }

    @AfterEach
    void stop() {
        worker.close();
        rig.close();
    }

    @Test
    void rule10OnceEveryRowIsUnderTheNewKeyTheOldOneOpensNothingAndThatIsToldOnce() {
        var old = rig.sealed(1, Tokens.of(5_001));
        var row = rig.verified(1);
        var rotation = rotate();
        assertThat(retired(rotation)).extracting(KeysRetired::keyVersion).containsExactly(2);
        assertThat(opens(1, old)).isFalse();
        restart();
        assertWorks(1, row);
        assertThat(rig.seenByGateways("select retired_at from bots.key_rotation_view"))
                .isPresent();
        var next = rotate();
        assertThat(retired(next)).extracting(KeysRetired::keyVersion).containsExactly(3);
        assertThat(told(rotation)).as("not again").hasSize(1);
    }

    @Test
    void whatIsNotFinishedYetKeepsTheKeysItMayBeSealedUnder() {
        var row = rig.verified(1);
        rig.sandbox
                .faults()
                .add(Fault.error(400)
                        .after(SOON.multipliedBy(2))
                        .forBot(5_001)
                        .forMethod("sendMessage")
                        .times(1));
        var slow = rig.commands.sendMessage(1, row, "42", "answered late");
        rig.send(slow);
        patiently().until(() -> rig.sent(1).size() == 1);
        var old = rig.sealed(1, Tokens.of(5_001));
        var rotation = rotate();
        patiently().during(SOON).until(() -> opens(1, old) && told(rotation).isEmpty());
        rig.outcomeOf(slow.commandId());
        retired(rotation);
        assertThat(opens(1, old)).isFalse();
    }

    @Test
    void aCommandThatIsNotCarriedOutYetKeepsThemToo() throws SQLException {
        rig.verified(1);
        var old = rig.sealed(1, Tokens.of(5_001));
        var rotation = rotate();
        try (var hold = rig.database.connect();
                var statement = hold.createStatement()) {
            hold.setAutoCommit(false);
            statement.execute("select from bots.bot where user_id = 1 for update");
            var suspend = rig.commands.suspendBot(1);
            rig.send(suspend);
            patiently().during(SOON).until(() -> opens(1, old) && told(rotation).isEmpty());
            hold.rollback();
            rig.eventOf(suspend.commandId());
        }
        retired(rotation);
        assertThat(opens(1, old)).isFalse();
    }

    @Test
    void aParkedCallKeepsTheKeyThatItIsSealedUnder() {
        var row = rig.verified(1);
        rig.sandbox
                .faults()
                .add(Fault.tooManyRequests(20)
                        .forBot(5_001)
                        .forMethod("sendMessage")
                        .times(1));
        rig.send(rig.commands.sendMessage(1, row, "42", "told to wait"));
        patiently().until(() -> rig.sent(1).size() == 1);
        var sealed = rig.sealedFor(1, rig.commands.sendMessage(1, row, "42", "sealed"));
        rig.send(sealed);
        patiently().until(() -> rig.count("select count(*) from bots.parked_call where key_version = 1") == 1);
        var old = rig.sealed(1, Tokens.of(5_001));
        var rotation = rotate();
        patiently().during(SOON).until(() -> opens(1, old) && told(rotation).isEmpty());
        assertThat(rig.outcomeOf(sealed.commandId())).isInstanceOf(CallSucceeded.class);
        retired(rotation);
        assertThat(opens(1, old)).isFalse();
    }

    @Test
    void aRowThatDoesNotOpenKeepsTheKeysUntilItIsGone() {
        rig.register(1);
        rig.change("update bots.bot set token = 'tink:AAAA' where user_id = 1");
        var rotation = rotate();
        patiently().during(SOON).until(() -> told(rotation).isEmpty());
        rig.ask(rig.commands.removeBot(1));
        retired(rotation);
    }

    private ConfigurableApplicationContext startWorker() {
        return rig.startWorker("--botyard.worker.keys.retire-after=3s");
    }

    private void restart() {
        worker.close();
        worker = startWorker();
    }

    private RotateKeys rotate() {
        var command = rig.commands.rotateKeys();
        rig.send(command);
        patiently()
                .until(() -> rig.events().stream()
                        .anyMatch(event -> event instanceof KeysRotated
                                && event.head().commandId().equals(command.commandId())));
        return command;
    }

    private List<KeysRetired> retired(RotateKeys rotation) {
        return patiently().until(() -> told(rotation), found -> !found.isEmpty());
    }

    private List<KeysRetired> told(RotateKeys rotation) {
        return rig.events().stream()
                .filter(KeysRetired.class::isInstance)
                .map(KeysRetired.class::cast)
                .filter(event -> event.head().commandId().equals(rotation.commandId()))
                .toList();
    }

    private boolean opens(long user, SealedSecret sealed) {
        try {
            return !rig.opened(user, sealed).value().isEmpty();
        } catch (SecretUnreadable retired) {
            return false;
        }
    }

    private void assertWorks(long user, long row) {
        var call = rig.commands.sendMessage(user, row, "42", "still there");
        rig.send(call);
        assertThat(rig.outcomeOf(call.commandId())).isInstanceOf(CallSucceeded.class);
    }
}
