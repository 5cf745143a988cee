package io.botyard.gateway.bots.dispatch;

import io.botyard.contract.command.BotCommand;
import io.botyard.contract.command.ControlCommand;
import io.botyard.gateway.access.Caller;
import io.botyard.gateway.access.ProblemCode;
import io.botyard.gateway.access.Rejection;
import io.botyard.gateway.bots.store.RecentBots;
import io.botyard.gateway.commands.Origins;
import io.botyard.gateway.commands.store.IdempotencyKey;
import io.botyard.gateway.commands.store.Reservations;
import io.botyard.gateway.operations.Awaited;
import io.botyard.gateway.operations.Replies;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Has commands carried out, and waits for what becomes of them as long as their clients prefer. */
@Component
public class Dispatch {

    /** Between looking for a key and taking it another request may take it; and be turned away; and so on. */
    private static final int ROUNDS = 5;

    private final Origins origins;
    private final Sending sending;
    private final Replies replies;
    private final Reservations reservations;
    private final Repeats repeats;
    private final RecentBots recentBots;

    Dispatch(
            Origins origins,
            Sending sending,
            Replies replies,
            Reservations reservations,
            Repeats repeats,
            RecentBots recentBots) {
        this.origins = origins;
        this.sending = sending;
        this.replies = replies;
        this.reservations = reservations;
        this.repeats = repeats;
        this.recentBots = recentBots;
    }

    /** What the errand led to when that is known in time; else 202, and its operation tells the rest. */
    public <T> ResponseEntity<Object> run(Caller caller, Asking asking, Errand<T> errand) {
        return first(caller, asking, errand, Optional.empty()).orElseThrow();
    }

    /** The same; but with an idempotency key the errand is run once, however often and wherever it is asked for. */
    public <T> ResponseEntity<Object> once(Caller caller, Asking asking, Errand<T> errand, Retelling retelling) {
        var key = asking.key().map(sent -> sent.of(caller.user()));
        for (var round = 0; round < ROUNDS; round++) {
            var answer = key.flatMap(held -> repeats.of(caller, asking, errand, retelling, held))
                    .or(() -> first(caller, asking, errand, key));
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        throw Rejection.of(ProblemCode.BUSY);
    }

    /** Nothing when the key was taken by another request meanwhile. */
    private <T> Optional<ResponseEntity<Object>> first(
            Caller caller, Asking asking, Errand<T> errand, Optional<IdempotencyKey> key) {
        var patience = asking.patience(errand);
        var order = errand.order(origins.of(caller, errand.owner(), patience.isPositive(), key.isPresent()));
        var command = order.command();
        if (key.isPresent() && !reservations.reserve(key.get(), command)) {
            return Optional.empty();
        }
        admit(asking, order, key);
        return Optional.of(sent(asking, errand, command, key, patience));
    }

    private void admit(Asking asking, Order order, Optional<IdempotencyKey> key) {
        try {
            order.admission().accept(asking);
        } catch (Rejection turnedAway) {
            key.ifPresent(reservations::forget);
            throw turnedAway;
        }
    }

    private <T> ResponseEntity<Object> sent(
            Asking asking, Errand<T> errand, BotCommand command, Optional<IdempotencyKey> key, Duration patience) {
        try (var end = errand.listen(replies, command.commandId())) {
            sending.send(command, key);
            return Awaited.within(patience, end.reply())
                    .map(known -> Answers.finished(asking, errand.told(known, command.said())))
                    .orElseGet(() -> Answers.accepted(asking, command));
        } finally {
            if (command instanceof ControlCommand) {
                recentBots.forget(errand.owner());
            }
        }
    }
}
