package io.botyard.gateway.bots.dispatch;

import io.botyard.gateway.access.Caller;
import io.botyard.gateway.access.ProblemCode;
import io.botyard.gateway.access.Rejection;
import io.botyard.gateway.commands.Origins;
import io.botyard.gateway.commands.store.IdempotencyKey;
import io.botyard.gateway.commands.store.Reservation;
import io.botyard.gateway.commands.store.Reservation.State;
import io.botyard.gateway.commands.store.Reservations;
import io.botyard.gateway.operations.Accepted;
import io.botyard.gateway.operations.Awaited;
import io.botyard.gateway.operations.Listening;
import io.botyard.gateway.operations.Operation;
import io.botyard.gateway.operations.Replies;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers requests that came before under the same key: with what became of the first. */
@Component
class Repeats {

    private static final Duration PAUSE = Duration.ofMillis(100);

    /** By then whoever was sending the command has sent it, or somebody else may. */
    private static final Duration HOPE = Duration.ofSeconds(20);

    private final Reservations reservations;
    private final KnownOperations known;
    private final Origins origins;
    private final Sending sending;
    private final Replies replies;
    private final Clock clock;

    Repeats(
            Reservations reservations,
            KnownOperations known,
            Origins origins,
            Sending sending,
            Replies replies,
            Clock clock) {
        this.reservations = reservations;
        this.known = known;
        this.origins = origins;
        this.sending = sending;
        this.replies = replies;
        this.clock = clock;
    }

    /** Nothing when the key stands for nothing yet. */
    <T> Optional<ResponseEntity<Object>> of(
            Caller caller, Asking asking, Errand<T> errand, Retelling retelling, IdempotencyKey key) {
        return reservations.of(key).flatMap(held -> {
            if (!held.isOf(key)) {
                throw Rejection.of(ProblemCode.IDEMPOTENCY_KEY_REUSED);
            }
            asking.replay();
            try (var end = errand.listen(replies, held.command())) {
                return new Repeat<>(caller, asking, errand, retelling, key, end).answer(held);
            }
        });
    }

    private final class Repeat<T> {

        private final Caller caller;
        private final Asking asking;
        private final Errand<T> errand;
        private final Retelling retelling;
        private final IdempotencyKey key;
        private final Listening<T> end;

        private Repeat(
                Caller caller,
                Asking asking,
                Errand<T> errand,
                Retelling retelling,
                IdempotencyKey key,
                Listening<T> end) {
            this.caller = caller;
            this.asking = asking;
            this.errand = errand;
            this.retelling = retelling;
            this.key = key;
            this.end = end;
        }

        /** Looks until the end is known, or the client's patience is over; nothing when the first was turned away. */
        private Optional<ResponseEntity<Object>> answer(Reservation first) {
            var patienceEnds = clock.instant().plus(asking.patience(errand));
            var hopeEnds = clock.instant().plus(HOPE);
            var held = Optional.of(first);
            while (held.isPresent()) {
                var now = held.get();
                var operation = operation(now);
                var told = operation.filter(KnownOperation::finished).flatMap(one -> retelling.of(caller, one, known));
                if (told.isPresent()) {
                    return told.map(reply -> Answers.finished(asking, reply));
                }
                var accepted = operation.isPresent() || now.state() == State.SENT || sentAgain(now);
                if (accepted && !clock.instant().isBefore(patienceEnds)) {
                    return Optional.of(Answers.accepted(asking, now.command(), shown(now, operation)));
                }
                if (!accepted && !clock.instant().isBefore(hopeEnds)) {
                    throw Rejection.unknown(now.command());
                }
                var ended = Awaited.within(PAUSE, end.reply());
                if (ended.isPresent()) {
                    return Optional.of(Answers.finished(asking, errand.told(ended.get(), now.acceptedAt())));
                }
                held = reservations.of(key);
            }
            return Optional.empty();
        }

        /** What is known of the command; while it is being sent that can be nothing. */
        private Optional<KnownOperation> operation(Reservation now) {
            return switch (now.state()) {
                case SENT -> known.ofUnlessAway(caller, now.command());
                case SENDING -> Optional.empty();
                case OPEN -> known.of(caller, now.command());
            };
        }

        /** Under the same id, when nobody else sends it; then it is as if this request were the first. */
        private boolean sentAgain(Reservation now) {
            if (now.state() != State.OPEN) {
                return false;
            }
            var awaited = asking.patience(errand).isPositive();
            var command = errand.order(origins.again(caller, errand.owner(), awaited, now))
                    .command();
            if (!reservations.takeOver(key)) {
                return false;
            }
            sending.send(command, Optional.of(key));
            return true;
        }

        private Object shown(Reservation now, Optional<KnownOperation> operation) {
            return operation
                    .<Object>map(KnownOperation::json)
                    .orElseGet(() -> Operation.accepted(
                            now.command(), new Accepted(errand.owner(), now.kind(), now.acceptedAt())));
        }
    }
}
