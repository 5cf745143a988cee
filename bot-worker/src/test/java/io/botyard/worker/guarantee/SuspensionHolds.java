package io.botyard.worker.guarantee;

import io.botyard.contract.CommandId;
import io.botyard.contract.command.ActivateBot;
import io.botyard.contract.event.BotSuspended;
import io.botyard.sandbox.ledger.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * No call starts once a suspension is told, until somebody asks for the activation. What has left by then may still be on
 * its way for the 2 s after which it is given up: at most one call of a chat, and as many as may be under way at once.
 */
final class SuspensionHolds implements Guarantee {

    static final Duration ON_THE_WAY = Duration.ofSeconds(2);

    @Override
    public List<String> broken(History history) {
        var broken = new ArrayList<String>();
        for (var customer : history.customers()) {
            for (var event : history.events(customer)) {
                if (event.message() instanceof BotSuspended suspended) {
                    var until = activation(history, customer, suspended.head().commandId());
                    var after = history.ledger(customer).stream()
                            .filter(call ->
                                    call.at().isAfter(event.at()) && call.at().isBefore(until))
                            .toList();
                    started(history, customer, event.at(), after).stream()
                            .map(call -> "bot " + customer.bot() + ", suspended at " + event.at() + " by "
                                    + suspended.head().commandId() + ": seq " + call.seq() + " came at " + call.at())
                            .forEach(broken::add);
                }
            }
        }
        return broken;
    }

    /** Those of the calls after a suspension that cannot have left before it. */
    private static List<Call> started(History history, Customer customer, Instant told, List<Call> after) {
        var left = new LimitsInForce(history, customer).mostAtOnce(told.minus(ON_THE_WAY), told);
        var chats = new HashSet<String>();
        var started = new ArrayList<Call>();
        for (var call : after) {
            var first = call.chatId().isEmpty() || chats.add(call.chatId());
            if (!first || left-- <= 0 || call.at().isAfter(told.plus(ON_THE_WAY))) {
                started.add(call);
            }
        }
        return started;
    }

    /** When it was asked for by the command that follows the suspension. */
    private static Instant activation(History history, Customer customer, CommandId suspension) {
        return history.controls().stream()
                .filter(control -> control.message().userId().value() == customer.user())
                .dropWhile(control -> !control.message().commandId().equals(suspension))
                .filter(control -> control.message() instanceof ActivateBot)
                .map(History.Said::at)
                .findFirst()
                .orElse(Instant.MAX);
    }
}
