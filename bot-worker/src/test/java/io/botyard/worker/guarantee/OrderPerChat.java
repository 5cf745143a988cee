package io.botyard.worker.guarantee;

import io.botyard.sandbox.ledger.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Calls of one chat reach Telegram in the order in which they were accepted. */
final class OrderPerChat implements Guarantee {

    @Override
    public List<String> broken(History history) {
        var broken = new ArrayList<String>();
        history.ledger().stream()
                .filter(call ->
                        !call.chatId().isEmpty() && history.acceptedAs(call).isPresent())
                .collect(Collectors.groupingBy(call -> call.botId() + " chat " + call.chatId()))
                .forEach((chat, calls) -> check(history, chat, calls, broken));
        return broken;
    }

    private static void check(History history, String chat, List<Call> calls, List<String> broken) {
        var before = calls.getFirst();
        for (var call : calls) {
            if (offset(history, call) < offset(history, before)) {
                broken.add("bot " + chat + ": " + call.text(History.MARK) + " (offset " + offset(history, call)
                        + ", seq " + call.seq() + ", " + call.at() + ") came after " + before.text(History.MARK)
                        + " (offset " + offset(history, before) + ", seq " + before.seq() + ", " + before.at() + ")");
            }
            before = call;
        }
    }

    private static long offset(History history, Call arrived) {
        return history.acceptedAs(arrived).orElseThrow().offset();
    }
}
