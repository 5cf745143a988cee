package io.botyard.worker;

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
        for (var command : commands.subList(20, 30)) {
            assertThat(refusal(rig.eventOf(command.commandId()))).isEqualTo(RefusalCode.TOO_MANY_REQUESTS);
        }
        assertThat(rig.ask(rig.commands.suspendBot(9_201))).isInstanceOf(BotSuspended.class);
        for (var command : commands.subList(0, 20)) {
            assertThat(refusal(rig.eventOf(command.commandId()))).isEqualTo(RefusalCode.BOT_SUSPENDED);
        }
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

    private static RefusalCode refusal(BotEvent event) {
        assertThat(event).isInstanceOf(CommandRefused.class);
        return ((CommandRefused) event).refusal().code();
    }
}
