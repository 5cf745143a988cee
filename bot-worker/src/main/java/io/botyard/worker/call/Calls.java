package io.botyard.worker.call;

import com.github.benmanes.caffeine.cache.Ticker;
import io.botyard.contract.Refusal;
import io.botyard.contract.RefusalCode;
import io.botyard.contract.UserId;
import io.botyard.contract.command.CallMethod;
import io.botyard.contract.event.CallError;
import io.botyard.contract.event.CallOutcome;
import io.botyard.ratelimit.RateBuckets;
import io.botyard.worker.fleet.CallBodies;
import io.botyard.worker.fleet.Fleet;
import io.botyard.worker.store.Changes;
import io.botyard.worker.store.Lease;
import io.botyard.worker.store.ParkedCall;
import io.botyard.worker.store.ShutGate;
import io.botyard.worker.telegram.Breakers;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes calls: each ends with exactly one outcome, kept before it counts as finished. */
@Component
public class Calls {

    private final CallDesk desk;

    Calls(
            Fleet fleet,
            CallBodies bodies,
            RateBuckets buckets,
            Pace pace,
            Breakers breakers,
            Asking telegram,
            Changes changes,
            CallJournal journal,
            RateLimiting rateLimiting,
            CallSettings settings,
            Clock clock,
            Ticker ticker) {
        this.desk = new CallDesk(
                fleet,
                bodies,
                new Permission(fleet),
                new Gates(ticker),
                buckets,
                pace,
                breakers,
                telegram,
                rateLimiting,
                new Judgement(settings),
                new TokenRejection(changes, fleet, journal, clock),
                new Queued(),
                settings,
                clock);
    }

    /**
     * Carries a call to its end, or sets it aside where gates and limits keep it too long; can be run again after it was
     * cut short. It says whether that is kept; not when the lease ended before.
     */
    public CallOnItsWay of(CallMethod call, Lease lease, Started started, Keeping keeping) {
        return new CallRun(call, lease, desk, keeping, started);
    }

    /** How a call ends that Botyard itself could not carry out; it is in the dead-letter topic. */
    public CallOutcome failed(CallMethod call) {
        var error =
                new CallError(CallError.INTERNAL, "Botyard could not carry out this call; it has been recorded.", null);
        return outcomes(call).failed(error, 0);
    }

    /** How a call ends for which there is no room. */
    public CallOutcome refused(CallMethod call) {
        return outcomes(call).refused(new Refusal(RefusalCode.BACKLOG_FULL, "Too many calls wait for this bot."), 0);
    }

    /** How a call ends that nothing was done for in time. */
    public CallOutcome expired(ParkedCall parked) {
        var outcomes = new Outcomes(parked.call(), desk.clock(), parked.throttled());
        return parked.mayBeDone()
                ? outcomes.unknown("An earlier attempt may have acted, and its time ran out.", parked.attempts())
                : outcomes.expired(parked.attempts());
    }

    /** Wakes calls whose time is over while they wait for a turn of their bot. */
    public void expire() {
        desk.queued().expire(desk.clock().instant());
    }

    /** How long until this chat's or, without one, this bot's gates are open; zero when they are. */
    public Duration untilOpen(UserId user, @Nullable String chat) {
        return desk.gates().untilOpen(user, chat);
    }

    /** Gates that an earlier owner met. */
    public void meet(Collection<ShutGate> gates) {
        var now = desk.clock().instant();
        gates.forEach(gate -> desk.gates().again(gate, Duration.between(now, gate.opensAt())));
    }

    private Outcomes outcomes(CallMethod call) {
        return new Outcomes(call, desk.clock(), 0);
    }
}
