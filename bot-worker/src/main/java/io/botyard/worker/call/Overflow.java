package io.botyard.worker.call;

import io.botyard.contract.CommandId;
import io.botyard.contract.UserId;
import io.botyard.contract.event.BotBacklogDrained;
import io.botyard.contract.event.BotBacklogFilled;
import io.botyard.contract.event.BotEvent;
import io.botyard.contract.event.EventHead;
import io.botyard.worker.bot.Bot;
import io.botyard.worker.bot.Decision;
import io.botyard.worker.bot.Tenant;
import io.botyard.worker.store.FullBacklogs;
import io.botyard.worker.store.Lease;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Tells gateways when as many calls of a bot wait as may, and when there is room again. */
@Component
public class Overflow {

    private final FullBacklogs full;
    private final Announcer announcer;
    private final Clock clock;

    Overflow(FullBacklogs full, Announcer announcer, Clock clock) {
        this.full = full;
        this.announcer = announcer;
        this.clock = clock;
    }

    /** Users of these partitions of whom gateways know that no more calls are taken, each with the call that met it. */
    public Map<UserId, CommandId> told(Collection<Integer> partitions) {
        return full.of(partitions);
    }

    /** Bots that are full, and of whom gateways do not know it. */
    public void fill(Lease lease, Backlog backlog, Set<UserId> told) {
        backlog.full().stream()
                .filter(user -> !told.contains(user))
                .forEach(user -> full.fill(lease, user, (tenant, call) -> filled(tenant, call, backlog.parked(user)))
                        .ifPresent(change -> announcer.announce(lease, change)));
    }

    /** There may be room again. */
    public void drain(Lease lease, Backlog backlog, UserId user, CommandId call) {
        if (backlog.isDrained(user)) {
            announcer.announce(lease, full.drain(lease, user, tenant -> drained(tenant, call, backlog.parked(user))));
        }
    }

    private Decision filled(Tenant tenant, CommandId call, int parked) {
        return changed(
                tenant, after -> new BotBacklogFilled(head(call, "bot_backlog_filled", after), after.id(), parked));
    }

    private Decision drained(Tenant tenant, CommandId call, int parked) {
        return changed(
                tenant, after -> new BotBacklogDrained(head(call, "bot_backlog_drained", after), after.id(), parked));
    }

    private Decision changed(Tenant tenant, Function<Bot, BotEvent> event) {
        return tenant.bot()
                .map(bot -> bot.touched(clock.instant()))
                .<Decision>map(after -> new Decision.Changed(tenant.with(after), event.apply(after)))
                .orElseGet(Decision.Unchanged::new);
    }

    private static EventHead head(CommandId call, String kind, Bot after) {
        return EventHead.ofItself(call, after.owner(), kind, after.version(), after.updatedAt());
    }
}
