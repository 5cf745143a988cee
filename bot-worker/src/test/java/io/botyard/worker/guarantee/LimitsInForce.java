package io.botyard.worker.guarantee;

import io.botyard.contract.Ceilings;
import io.botyard.contract.Limits;
import io.botyard.contract.event.BotRateLimitsChanged;
import io.botyard.contract.event.BotRateLimitsOverridden;
import io.botyard.contract.event.BotRegistered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a bot was allowed at which time, as its events tell. */
final class LimitsInForce {

    /**
     * A change of what is allowed.
     *
     * @param from when it was decided
     * @param told when it was told, and in force at the latest
     */
    record Change(Instant from, Instant told, Limits limits) {}

    private final List<Change> changes = new ArrayList<>();

    LimitsInForce(History history, Customer customer) {
        var own = customer.limits();
        var ceilings = Ceilings.NONE;
        for (var event : history.events(customer)) {
            switch (event.message()) {
                case BotRegistered registered -> own = registered.limits();
                case BotRateLimitsChanged changed -> own = changed.after();
                case BotRateLimitsOverridden overridden -> ceilings = overridden.after();
                default -> {
                    continue;
                }
            }
            changes.add(new Change(event.message().head().at(), event.at(), smaller(own, ceilings)));
        }
    }

    List<Change> changes() {
        return changes;
    }

    /** The most at once that was allowed at any moment between these. */
    int mostAtOnce(Instant from, Instant to) {
        var most = 0;
        for (var i = 0; i < changes.size(); i++) {
            var begins = changes.get(i).from();
            var ends = i + 1 < changes.size() ? changes.get(i + 1).told() : Instant.MAX;
            if (begins.isBefore(to) && ends.isAfter(from)) {
                most = Math.max(most, changes.get(i).limits().maxConcurrentRequests());
            }
        }
        return most;
    }

    private static Limits smaller(Limits own, Ceilings ceilings) {
        var perSecond = ceilings.maxRequestsPerSecond();
        var atOnce = ceilings.maxConcurrentRequests();
        return new Limits(
                perSecond == null
                        ? own.maxRequestsPerSecond()
                        : own.maxRequestsPerSecond().min(perSecond),
                atOnce == null ? own.maxConcurrentRequests() : Math.min(own.maxConcurrentRequests(), atOnce));
    }
}
