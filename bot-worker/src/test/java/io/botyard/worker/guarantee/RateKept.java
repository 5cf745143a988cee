package io.botyard.worker.guarantee;

import io.botyard.contract.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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
        var refills = new ArrayList<>(refills(history, customer));
        var rate = customer.limits().maxRequestsPerSecond().doubleValue();
        var level = Math.max(1, Math.floor(rate));
        var last = Instant.EPOCH;
        for (var call : history.ledger(customer)) {
            while (!refills.isEmpty() && !refills.getFirst().at().isAfter(call.at())) {
                var refill = refills.removeFirst();
                rate = refill.limits().maxRequestsPerSecond().doubleValue();
                level = Math.max(1, Math.floor(rate));
                last = refill.at();
            }
            var grown = rate * Duration.between(last, call.at()).toNanos() / 1e9;
            level = Math.min(Math.max(1, Math.floor(rate)), level + grown);
            last = call.at();
            level--;
            if (level < 0) {
                var late = Duration.ofNanos((long) (-level / rate * 1e9));
                overdrafts.add(new Overdraft(call.seq(), call.at(), -level, late));
            }
        }
        return overdrafts.stream()
                .max(Comparator.comparing(Overdraft::late))
                .map(List::of)
                .orElse(List.of());
    }

    private static List<Refill> refills(History history, Customer customer) {
        var changes = new LimitsInForce(history, customer).changes();
        var refills = new ArrayList<Refill>();
        for (var change : changes) {
            refills.add(new Refill(change.from(), change.limits()));
            refills.add(new Refill(change.told(), change.limits()));
        }
        for (var takeover : history.takeovers(customer)) {
            var inForce = changes.stream()
                    .filter(change -> change.from().isBefore(takeover))
                    .toList();
            if (!inForce.isEmpty()) {
                refills.add(new Refill(takeover, inForce.getLast().limits()));
            }
        }
        refills.sort(Comparator.comparing(Refill::at));
        return refills;
    }
}
