package io.botyard.worker;

import static io.botyard.worker.WorkerRig.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.RefusalCode;
import io.botyard.contract.command.ControlCommand;
import io.botyard.contract.event.BotEvent;
import io.botyard.contract.event.BotRegistered;
import io.botyard.contract.event.BotSuspended;
import io.botyard.contract.event.CommandRefused;
import io.botyard.contract.wire.Topic;
import io.botyard.sandbox.fault.Fault;
import io.botyard.testkit.Tokens;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A user's commands are bounded, and an admin's come through. */
@ExtendWith(SharedWorker.class)
class ManyCommandsTest {

    private final WorkerRig rig;

    ManyCommandsTest(WorkerRig rig) {
        this.rig = rig;
    }

    @Test
    void whileTwentyCommandsOfAUserAreUnderWayOthersAreTurnedDownAtOnceAndAnAdminsAreNot() {
        var row = rig.register(9_201).id().value();
        rig.sandbox
                .faults()
                .add(Fault.hanging().forBot(14_201).forMethod("getMe").times(100));
        var commands = new ArrayList<ControlCommand>();
        for (var number = 0; number < 30; number++) {
            commands.add(rig.commands.verifyBot(9_201, row));
        }
        commands.forEach(rig::send);
        assertThat(patiently().until(() -> ends(commands), ends -> ends.size() >= 10))
                .extracting(ManyCommandsTest::refusal)
                .hasSize(10)
                .containsOnly(RefusalCode.TOO_MANY_REQUESTS);
        assertThat(rig.ask(rig.commands.suspendBot(9_201))).isInstanceOf(BotSuspended.class);
        assertThat(patiently().until(() -> ends(commands), ends -> ends.size() >= 30))
                .extracting(ManyCommandsTest::refusal)
                .filteredOn(RefusalCode.BOT_SUSPENDED::equals)
                .hasSize(20);
    }

    @Test
    void rule3OfAHundredRegistrationsAtOnceOneSucceedsAndTheOthersMeetItsBot() {
        var token = Tokens.of(14_202);
        var sealed = rig.sealed(9_202, token);
        var commands = new ArrayList<ControlCommand>();
        for (var number = 0; number < 100; number++) {
            commands.add(rig.commands.registerBot(9_202, token.botId().value(), sealed));
        }
        rig.topics().send(Topic.BOT_COMMANDS, commands.toArray(ControlCommand[]::new));
        var ends = commands.stream()
                .map(command -> rig.eventOf(command.commandId()))
                .toList();
        assertThat(ends).filteredOn(BotRegistered.class::isInstance).hasSize(1);
        assertThat(ends)
                .filteredOn(end -> !(end instanceof BotRegistered))
                .extracting(ManyCommandsTest::refusal)
                .hasSize(99)
                .containsOnly(RefusalCode.BOT_ALREADY_EXISTS);
    }

    private List<BotEvent> ends(Collection<ControlCommand> commands) {
        var ids = commands.stream().map(ControlCommand::commandId).toList();
        return rig.events().stream()
                .filter(event -> ids.contains(event.head().commandId()))
                .toList();
    }

    private static RefusalCode refusal(BotEvent event) {
        assertThat(event).isInstanceOf(CommandRefused.class);
        return ((CommandRefused) event).refusal().code();
    }
}
