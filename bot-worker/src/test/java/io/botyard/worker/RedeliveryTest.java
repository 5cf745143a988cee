package io.botyard.worker;

import static io.botyard.worker.WorkerRig.patiently;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.contract.BotStatus;
import io.botyard.contract.CommandId;
import io.botyard.contract.EventId;
import io.botyard.contract.RefusalCode;
import io.botyard.contract.command.ControlCommand;
import io.botyard.contract.event.BotEvent;
import io.botyard.contract.event.CallRefused;
import io.botyard.contract.event.CommandRefused;
import io.botyard.testkit.Tokens;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Rule 6 for control commands: each comes to one event, however often it is read and whoever reads it. */
@ExtendWith(SharedWorker.class)
@Tag("faults")
class RedeliveryTest {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    @Test
    void rule6ACommandReadTwiceGivesOneEvent(WorkerRig rig) {
        var row = rig.verified(8_001);
        for (var command : commands(rig, 8_001, row)) {
            rig.send(command);
            rig.send(command);
            var marker = rig.commands.changeRateLimits(8_001, row, "3", null);
            rig.ask(marker);
            assertThat(eventsOf(rig, command.commandId()))
                    .as(command.kind())
                    .hasSize(1)
                    .noneMatch(CommandRefused.class::isInstance);
        }
    }

    @Test
    void rule6EachCommandHasOneEventAndASuspensionHoldsWhenTheWorkerIsKilledInTheMiddle(@TempDir Path directory)
            throws Exception {
        try (var rig = new WorkerRig(directory)) {
            var first = rig.startWorkerProcess();
            var commands = new ArrayList<ControlCommand>();
            var rows = new ArrayList<Long>();
            for (var user = 1; user <= 8; user++) {
                rows.add(rig.verified(user));
            }
            for (var user = 1; user <= 8; user++) {
                commands.addAll(commands(rig, user, rows.get(user - 1)));
                commands.add(rig.commands.suspendBot(user));
            }
            commands.forEach(rig::send);
            patiently().until(() -> ended(rig, commands).size() >= 8);
            first.kill();
            try (var second = rig.startWorker()) {
                await().atMost(LONGEST).until(() -> ended(rig, commands).size() == commands.size());
                assertThat(commands)
                        .allSatisfy(command -> assertThat(ids(rig, command.commandId()))
                                .as(command.kind())
                                .hasSize(1));
                var call = rig.commands.sendMessage(1, rows.getFirst(), "42", "never made");
                rig.send(call);
                assertThat(rig.outcomeOf(call.commandId()))
                        .isInstanceOfSatisfying(
                                CallRefused.class,
                                refused -> assertThat(refused.refusal().code()).isEqualTo(RefusalCode.BOT_SUSPENDED));
                assertThat(second.isActive()).isTrue();
            }
            assertThat(rig.seenByGateways(
                            "select count(*) from bots.bot_view where suspension_reason is not null and status = '"
                                    + BotStatus.SUSPENDED.name().toLowerCase(Locale.ROOT) + "'"))
                    .contains("8");
            assertThat(rig.sent(1)).isEmpty();
        }
    }

    /** One of each kind that changes or looks at a bot, none of which a rule turns down. */
    private static List<ControlCommand> commands(WorkerRig rig, long user, long row) {
        var token = Tokens.anotherOf(5_000 + user);
        return List.of(
                rig.commands.changeRateLimits(user, row, "2", 2),
                rig.commands.overrideRateLimits(user, "5", 5),
                rig.commands.accessBot(user, row),
                rig.commands.suspendBot(user),
                rig.commands.activateBot(user),
                rig.commands.replaceToken(user, row, token.botId().value(), rig.sealed(user, token)),
                rig.commands.verifyBot(user, row));
    }

    private static List<BotEvent> eventsOf(WorkerRig rig, CommandId command) {
        return rig.events().stream()
                .filter(event -> event.head().commandId().equals(command))
                .toList();
    }

    private static Set<EventId> ids(WorkerRig rig, CommandId command) {
        return eventsOf(rig, command).stream()
                .map(event -> event.head().eventId())
                .collect(Collectors.toSet());
    }

    private static Set<CommandId> ended(WorkerRig rig, List<ControlCommand> commands) {
        var wanted = commands.stream().map(ControlCommand::commandId).collect(Collectors.toSet());
        return rig.events().stream()
                .map(event -> event.head().commandId())
                .filter(wanted::contains)
                .collect(Collectors.toSet());
    }
}
