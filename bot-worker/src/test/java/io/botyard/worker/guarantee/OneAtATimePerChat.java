package io.botyard.worker.guarantee;

import io.botyard.sandbox.ledger.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A call of a chat does not reach Telegram before the one ahead of it has been answered. */
final class OneAtATimePerChat implements Guarantee {

    @Override
    public List<String> broken(History history) {
        var broken = new ArrayList<String>();
        history.ledger().stream()
                .filter(call -> !call.chatId().isEmpty())
                .collect(Collectors.groupingBy(call -> call.botId() + " chat " + call.chatId()))
                .forEach((chat, calls) -> check(chat, calls, broken));
        return broken;
    }

    private static void check(String chat, List<Call> calls, List<String> broken) {
        for (var i = 1; i < calls.size(); i++) {
            var ahead = calls.get(i - 1);
            var call = calls.get(i);
            var answered = ahead.answeredAt();
            if (answered == null || call.at().isBefore(answered)) {
                broken.add("bot " + chat + ": seq " + call.seq() + " came at " + call.at() + ", before seq "
                        + ahead.seq() + " of " + ahead.at() + " was answered at " + answered);
            }
        }
    }
}
