package io.botyard.worker.call;

import io.botyard.contract.CommandId;
import io.botyard.contract.event.BotBacklogDrained;
import io.botyard.contract.event.BotBacklogFilled;
import io.botyard.contract.event.BotEvent;
import io.botyard.contract.event.EventHead;
import io.botyard.worker.bot.Bot;
import io.botyard.worker.bot.Decision;
import io.botyard.worker.bot.Tenant;
import io.botyard.worker.fleet.Fleet;
import io.botyard.worker.store.Change;
import io.botyard.worker.store.FullBacklogs;
import io.botyard.worker.store.Lease;
import java.time.Clock;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Tells gateways when as many calls of a bot wait as may, and when there is room again. */
@Component
public class Overflow {

    private final FullBacklogs full;
    private final Fleet fleet;
    private final CallJournal journal;
    private final Clock clock;

    Overflow(FullBacklogs full, Fleet fleet, CallJournal journal, Clock clock) {
        this.full = full;
        this.fleet = fleet;
        this.journal = journal;
        this.clock = clock;
    }

    /** Compares what waits in a partition with what has been told of it. */
    public void tell(Lease lease, Backlog backlog) {
        var known = full.of(lease.partition());
        for (var user : backlog.full()) {
            if (!known.containsKey(user)) {
                full.fill(lease, user, (tenant, call) -> filled(tenant, call, backlog.parked(user)))
                        .ifPresent(change -> known(lease, change));
            }
        }
        known.forEach((user, call) -> {
            if (backlog.isDrained(user)) {
                known(lease, full.drain(lease, user, tenant -> drained(tenant, call, backlog.parked(user))));
            }
        });
    }

    private void known(Lease lease, Change change) {
        if (change instanceof Change.Kept(var tenant, var told)) {
            fleet.changed(tenant);
            journal.tell(lease, told);
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
