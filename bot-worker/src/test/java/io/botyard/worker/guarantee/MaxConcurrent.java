package io.botyard.worker.guarantee;

import io.botyard.sandbox.ledger.Call;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A bot never has more calls at Telegram than its limit; those under way when the limit is lowered may end. */
final class MaxConcurrent implements Guarantee {

    /** No call of a round is at Telegram for longer. */
    private static final Duration LONGEST = Duration.ofSeconds(2);

    @Override
    public List<String> broken(History history) {
        var broken = new ArrayList<String>();
        for (var customer : history.customers()) {
            var limits = new LimitsInForce(history, customer);
            var calls = history.ledger(customer);
            for (var call : calls) {
                var under =
                        calls.stream().filter(other -> isUnderWay(other, call)).count();
                var most = limits.mostAtOnce(call.at().minus(LONGEST), call.at());
                if (under > most) {
                    broken.add("bot " + customer.bot() + ": " + under + " calls at once, of " + most + ", at "
                            + call.at() + " (seq " + call.seq() + ")");
                }
            }
        }
        return broken;
    }

    private static boolean isUnderWay(Call other, Call arriving) {
        var answered = other.answeredAt();
        return other.seq() <= arriving.seq() && (answered == null || answered.isAfter(arriving.at()));
    }
}
