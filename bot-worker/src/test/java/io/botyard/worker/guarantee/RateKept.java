package io.botyard.worker.guarantee;

import io.botyard.contract.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A bot's calls reach Telegram no faster than its rate allows: a bucket that holds a second's worth is never overdrawn.
 * It is full again after a takeover, which is the stated bound, and when the rate is another.
 */
final class RateKept implements Guarantee {

    /** What the way from the last look at the clock to Telegram's ledger may take on a busy machine. */
    static final Duration JITTER = Duration.ofMillis(500);

    /** A rate that begins, or begins anew. */
    private record Refill(Instant at, Limits limits) {}

    @Override
    public List<String> broken(History history) {
        var broken = new ArrayList<String>();
        for (var customer : history.customers()) {
            worst(history, customer).stream()
                    .filter(overdraft -> overdraft.late().compareTo(JITTER) > 0)
                    .map(overdraft -> "bot " + customer.bot() + ": " + overdraft)
                    .forEach(broken::add);
        }
        return broken;
    }

    /**
     * A call that came too early.
     *
     * @param late how much later it would have been in time
     */
    record Overdraft(long seq, Instant at, double tokens, Duration late) {}

    /** How early any call came at most, in all of a round. */
    static Duration worst(History history) {
        return history.customers().stream()
                .flatMap(customer -> worst(history, customer).stream())
                .map(Overdraft::late)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    private static List<Overdraft> worst(History history, Customer customer) {
        var overdrafts = new ArrayList<Overdraft>();
        var refills = new ArrayDeque<>(refills(history, customer));
        var bucket = new Bucket(customer.limits());
        for (var call : history.ledger(customer)) {
            while (!refills.isEmpty() && !refills.getFirst().at().isAfter(call.at())) {
                bucket.refill(refills.removeFirst());
            }
            var missing = bucket.missing(call.at());
            if (missing > 0) {
                var late = Duration.ofNanos((long) (missing / bucket.rate * 1e9));
                overdrafts.add(new Overdraft(call.seq(), call.at(), missing, late));
            }
        }
        return overdrafts.stream()
                .max(Comparator.comparing(Overdraft::late))
                .map(List::of)
                .orElse(List.of());
    }

    /** What a bot may send. What it might have sent before a refill may still be on its way for a moment. */
    private static final class Bucket {

        private double rate;
        private double level;
        private double onItsWay;
        private Instant last = Instant.EPOCH;
        private Instant arrived = Instant.EPOCH;

        private Bucket(Limits limits) {
            this.rate = limits.maxRequestsPerSecond().doubleValue();
            this.level = full();
        }

        private double full() {
            return Math.max(1, Math.floor(rate));
        }

        private void refill(Refill refill) {
            grow(refill.at());
            onItsWay = level;
            arrived = refill.at().plus(JITTER);
            rate = refill.limits().maxRequestsPerSecond().doubleValue();
            level = full();
        }

        /** How many tokens are missing for a call that arrives then. */
        private double missing(Instant at) {
            grow(at);
            if (level < 1 && onItsWay >= 1 && at.isBefore(arrived)) {
                onItsWay--;
                return 0;
            }
            level--;
            return -level;
        }

        private void grow(Instant to) {
            level = Math.min(full(), level + rate * Duration.between(last, to).toNanos() / 1e9);
            last = to;
        }
    }

    private static List<Refill> refills(History history, Customer customer) {
        var changes = new LimitsInForce(history, customer).changes();
        var ofChanges = changes.stream().flatMap(change -> Stream.of(change.from(), change.told()));
        return Stream.concat(ofChanges, history.takeovers(customer).stream())
                .sorted()
                .flatMap(moment -> inForce(changes, moment).map(limits -> new Refill(moment, limits)).stream())
                .toList();
    }

    private static Optional<Limits> inForce(List<LimitsInForce.Change> changes, Instant moment) {
        return changes.stream()
                .filter(change -> !change.from().isAfter(moment))
                .reduce((_, later) -> later)
                .map(LimitsInForce.Change::limits);
    }
}
