package io.botyard.worker.call;

import io.botyard.contract.command.CallMethod;
import io.botyard.contract.event.BotRateLimitEnded;
import io.botyard.contract.event.BotRateLimited;
import io.botyard.contract.event.EventHead;
import io.botyard.worker.bot.Bot;
import io.botyard.worker.bot.BotState;
import io.botyard.worker.bot.Decision;
import io.botyard.worker.bot.Tenant;
import io.botyard.worker.fleet.Fleet;
import io.botyard.worker.store.Change;
import io.botyard.worker.store.Lease;
import io.botyard.worker.store.ShutGate;
import io.botyard.worker.store.ShutGates;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Long gates outlive this process; one that shuts a whole bot for a minute or more is the bot's state until it opens. */
@Component
public class RateLimiting {

    private static final Duration TOLD = Duration.ofSeconds(60);

    private final ShutGates gates;
    private final Fleet fleet;
    private final CallJournal journal;
    private final Clock clock;

    RateLimiting(ShutGates gates, Fleet fleet, CallJournal journal, Clock clock) {
        this.gates = gates;
        this.fleet = fleet;
        this.journal = journal;
        this.clock = clock;
    }

    /** A call met a gate that another owner may meet, too. */
    void met(Lease lease, CallMethod call, ShutGate gate) {
        known(lease, gates.keep(lease, gate, call, tenant -> isToBeTold(gate) ? told(call, gate, tenant) : nothing()));
    }

    /** Bots of a partition whose gates have opened go on as what they were. */
    public void opened(Lease lease) {
        var now = clock.instant();
        for (var opened : gates.opened(lease.partition(), now)) {
            known(lease, gates.open(lease, opened.user(), now, tenant -> ended(opened, tenant)));
        }
    }

    private void known(Lease lease, Change change) {
        if (change instanceof Change.Kept(var tenant, var told)) {
            fleet.changed(tenant);
            journal.tell(lease, told);
        }
    }

    private boolean isToBeTold(ShutGate gate) {
        // A second less: the clock has gone on since Telegram said so.
        return gate.chat() == null
                && !gate.opensAt().isBefore(clock.instant().plus(TOLD).minusSeconds(1));
    }

    private Decision told(CallMethod call, ShutGate gate, Tenant tenant) {
        return tenant.bot()
                .filter(bot -> bot.id().equals(call.id()))
                .<Decision>map(bot -> switch (bot.state()) {
                    case BotState.Active active -> {
                        var after = bot.gated(active, clock.instant());
                        var head = EventHead.of(call, "bot_rate_limited", after.version(), after.updatedAt());
                        yield new Decision.Changed(
                                tenant.with(after),
                                new BotRateLimited(
                                        head, after.id(), after.state().status(), gate.opensAt()));
                    }
                    case BotState.RateLimited _, BotState.Pending _, BotState.Rejected _, BotState.Suspended _ ->
                        nothing();
                })
                .orElseGet(RateLimiting::nothing);
    }

    private Decision ended(ShutGates.Opened opened, Tenant tenant) {
        return tenant.bot()
                .<Decision>map(bot -> switch (bot.state()) {
                    case BotState.RateLimited limited -> {
                        var after = bot.opened(limited, clock.instant());
                        yield new Decision.Changed(
                                tenant.with(after),
                                new BotRateLimitEnded(
                                        head(opened, after),
                                        after.id(),
                                        after.state().status()));
                    }
                    case BotState.Active _, BotState.Pending _, BotState.Rejected _, BotState.Suspended _ -> nothing();
                })
                .orElseGet(RateLimiting::nothing);
    }

    private static EventHead head(ShutGates.Opened opened, Bot after) {
        return EventHead.ofItself(
                opened.call(), opened.user(), "bot_rate_limit_ended", after.version(), after.updatedAt());
    }

    private static Decision nothing() {
        return new Decision.Unchanged();
    }
}
