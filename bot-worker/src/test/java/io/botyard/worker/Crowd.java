package io.botyard.worker;

import static io.botyard.worker.WorkerRig.patiently;

import io.botyard.contract.command.CallMethod;
import io.botyard.sandbox.fault.Fault;
import io.botyard.sandbox.ledger.Call;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Calls of one bot, each to a chat of its own.
 *
 * @param hanging at Telegram: as many as may be under way at once
 * @param waiting for a turn, which does not come before one of those ends
 */
record Crowd(List<CallMethod> hanging, List<CallMethod> waiting) {

    /** What a bot may have under way unless it says so itself. */
    static final int AT_ONCE = 10;

    /** Returns when all are under way that may be. */
    static Crowd of(WorkerRig rig, long user, long row, int many) {
        rig.sandbox
                .faults()
                .add(Fault.hanging()
                        .forBot(user + 5_000)
                        .forMethod("sendMessage")
                        .times(AT_ONCE));
        var calls = IntStream.range(0, many)
                .mapToObj(chat -> rig.commands.sendMessage(user, row, Integer.toString(100 + chat), "m" + chat))
                .toList();
        calls.forEach(rig::send);
        patiently().until(() -> rig.sent(user).size() == AT_ONCE);
        var asked = rig.sent(user).stream().map(Call::chatId).toList();
        var byWhether = calls.stream().collect(Collectors.partitioningBy(call -> asked.contains(call.chatId())));
        return new Crowd(byWhether.getOrDefault(true, List.of()), byWhether.getOrDefault(false, List.of()));
    }
}
