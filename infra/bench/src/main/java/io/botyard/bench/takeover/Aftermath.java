package io.botyard.bench.takeover;

import io.botyard.bench.measure.Cost;
import io.botyard.bench.takeover.SteadyLoad.Chat;
import io.botyard.bench.world.BotRows;
import io.botyard.contract.CommandId;
import io.botyard.contract.UserId;
import io.botyard.sandbox.ledger.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a kill did to the dead worker's users.
 *
 * @param openMedian seconds until chats without a call in flight went on, in the middle
 * @param openWorst the same of the last of them
 * @param shutWorst the same of the last chat that had a call in flight
 * @param inFlight calls of the dead worker that were in flight
 * @param doubled messages that Telegram was sent twice
 * @param survivor what a call cost the worker that was left
 */
record Aftermath(
        double openMedian,
        double openWorst,
        double shutWorst,
        int inFlight,
        long unknown,
        long lost,
        long doubled,
        long calls,
        Cost survivor) {

    /** @param theirs the dead worker's users */
    static Aftermath of(
            Instant killed,
            Predicate<UserId> theirs,
            Map<CommandId, Chat> sent,
            Journal journal,
            List<Call> telegram,
            Cost survivor) {
        var inFlight = journal.inFlightAt(killed).stream()
                .filter(call -> theirs.test(chat(sent, call).user()))
                .collect(Collectors.toSet());
        var shut = inFlight.stream().map(call -> chat(sent, call)).collect(Collectors.toSet());
        var waited = waits(killed, theirs, telegram);
        var open = waited.entrySet().stream()
                .filter(wait -> !shut.contains(wait.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
        return new Aftermath(
                open.get(open.size() / 2),
                open.getLast(),
                worst(waited, shut),
                inFlight.size(),
                journal.unknown(),
                sent.keySet().stream()
                        .filter(call -> !journal.ended().containsKey(call))
                        .count(),
                telegram.size()
                        - telegram.stream().map(Aftermath::message).distinct().count(),
                sent.size(),
                survivor);
    }

    private static double worst(Map<Chat, Double> waited, Set<Chat> chats) {
        return chats.stream()
                .mapToDouble(chat -> waited.getOrDefault(chat, Double.NaN))
                .max()
                .orElse(0);
    }

    /** Seconds from the kill to the first call in each chat. */
    private static Map<Chat, Double> waits(Instant killed, Predicate<UserId> theirs, List<Call> telegram) {
        var waits = new HashMap<Chat, Double>();
        for (var call : telegram) {
            var user = new UserId(call.botId() - BotRows.botId(0));
            if (theirs.test(user) && call.at().isAfter(killed)) {
                waits.putIfAbsent(
                        new Chat(user, call.chatId()),
                        Duration.between(killed, call.at()).toMillis() / 1e3);
            }
        }
        return waits;
    }

    private static Chat chat(Map<CommandId, Chat> sent, CommandId call) {
        var chat = sent.get(call);
        if (chat == null) {
            throw new IllegalStateException("a call was made that nobody sent: " + call);
        }
        return chat;
    }

    private static String message(Call call) {
        return call.botId() + " " + call.chatId() + " " + call.text("text");
    }
}
