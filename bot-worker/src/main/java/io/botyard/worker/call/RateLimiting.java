package io.botyard.worker.call;

import io.botyard.contract.command.CallMethod;
import io.botyard.contract.event.BotRateLimitEnded;
import io.botyard.contract.event.BotRateLimited;
import io.botyard.contract.event.EventHead;
import io.botyard.worker.bot.Bot;
import io.botyard.worker.bot.BotState;
import io.botyard.worker.bot.Decision;
import io.botyard.worker.bot.Tenant;
import io.botyard.worker.store.Lease;
import io.botyard.worker.store.ShutGate;
import io.botyard.worker.store.ShutGates;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Long gates outlive this process; one that shuts a whole bot for a minute or more is the bot's state until it opens. */
@Component
public class RateLimiting {

    private static final Duration TOLD = Duration.ofSeconds(60);

    private final ShutGates gates;
    private final Announcer announcer;
    private final Clock clock;

    RateLimiting(ShutGates gates, Announcer announcer, Clock clock) {
        this.gates = gates;
        this.announcer = announcer;
        this.clock = clock;
    }

    /** A call met a gate that another owner may meet, too. */
    void met(Lease lease, CallMethod call, ShutGate gate) {
        announcer.announce(
                lease,
                gates.keep(lease, gate, call, tenant -> isToBeTold(gate) ? told(call, gate, tenant) : nothing()));
    }

    /** Bots of these partitions whose gates have opened. */
    public List<ShutGates.Opened> opened(Collection<Integer> partitions) {
        return gates.opened(partitions, clock.instant());
    }

    /** Such a bot goes on as what it was. */
    public void open(Lease lease, ShutGates.Opened opened) {
        announcer.announce(lease, gates.open(lease, opened.user(), clock.instant(), tenant -> ended(opened, tenant)));
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
