package io.botyard.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.CommandId;
import io.botyard.contract.RefusalCode;
import io.botyard.contract.command.CallMethod;
import io.botyard.contract.event.CallOutcome;
import io.botyard.contract.event.CallRefused;
import io.botyard.contract.event.CallSucceeded;
import java.util.List;
import java.util.stream.IntStream;

/** Calls that wait, and what becomes of them. */
final class Waiting {

    private final WorkerRig rig;

    Waiting(WorkerRig rig) {
        this.rig = rig;
    }

    void assertAllSucceed(List<CallMethod> calls) {
        assertThat(ids(calls)).allSatisfy(call -> {
            assertThat(rig.outcomeOf(call)).isInstanceOf(CallSucceeded.class);
            assertThat(rig.outcomesOf(call)).hasSize(1);
        });
    }

    List<CallMethod> calls(long user, long row, String chat, int many) {
        return IntStream.range(0, many)
                .mapToObj(number -> rig.commands.sendMessage(user, row, chat, "m" + number))
                .toList();
    }

    static List<String> texts(int many) {
        return IntStream.range(0, many).mapToObj(number -> "m" + number).toList();
    }

    static List<CommandId> ids(List<CallMethod> calls) {
        return calls.stream().map(CallMethod::commandId).toList();
    }

    static RefusalCode refusal(CallOutcome outcome) {
        assertThat(outcome).isInstanceOf(CallRefused.class);
        return ((CallRefused) outcome).refusal().code();
    }

    long events(Class<?> kind, long user) {
        return rig.events().stream()
                .filter(event -> kind.isInstance(event) && event.userId().value() == user)
                .count();
    }

    long parked(long user) {
        return rig.count("select count(*) from bots.parked_call where user_id = " + user);
    }

    String status(long user) {
        return rig.seenByGateways("select status from bots.bot_view where user_id = " + user)
                .orElseThrow();
    }
}
