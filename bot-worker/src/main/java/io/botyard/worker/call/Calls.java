package io.botyard.worker.call;

import com.github.benmanes.caffeine.cache.Ticker;
import io.botyard.contract.command.CallMethod;
import io.botyard.contract.event.CallError;
import io.botyard.ratelimit.RateBuckets;
import io.botyard.worker.fleet.Fleet;
import io.botyard.worker.store.Changes;
import io.botyard.worker.store.Lease;
import io.botyard.worker.telegram.Breakers;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Makes calls: each ends with exactly one outcome, kept before it counts as finished. */
@Component
public class Calls {

    private final CallDesk desk;

    Calls(
            Fleet fleet,
            RateBuckets buckets,
            Breakers breakers,
            Asking telegram,
            Changes changes,
            CallJournal journal,
            CallSettings settings,
            Clock clock,
            Ticker ticker) {
        this.desk = new CallDesk(
                fleet,
                new Permission(fleet),
                new Gates(ticker),
                buckets,
                breakers,
                telegram,
                journal,
                new Judgement(settings),
                new TokenRejection(changes, fleet, journal, clock),
                settings,
                clock);
    }

    /**
     * Carries a call to its end, waiting as long as gates and limits ask.
     *
     * @return whether the outcome is kept; not when the lease ended before
     */
    public boolean carryOut(CallMethod call, Lease lease, Started started) {
        return new CallRun(call, lease, desk).run(started);
    }

    /** Ends a call that Botyard itself could not carry out; it is in the dead-letter topic. */
    public boolean fail(CallMethod call, Lease lease) {
        var error =
                new CallError(CallError.INTERNAL, "Botyard could not carry out this call; it has been recorded.", null);
        return desk.journal()
                .conclude(
                        lease,
                        new Outcomes(call, desk.clock()).failed(error, 0),
                        call.origin().replyTo());
    }
}
