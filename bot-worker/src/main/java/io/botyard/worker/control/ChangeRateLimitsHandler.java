package io.botyard.worker.control;

import io.botyard.contract.Ceilings;
import io.botyard.contract.Limits;
import io.botyard.contract.RefusalCode;
import io.botyard.contract.command.ChangeRateLimits;
import io.botyard.contract.event.BotRateLimitsChanged;
import io.botyard.contract.event.EventHead;
import io.botyard.worker.bot.Bot;
import io.botyard.worker.bot.Decision;
import io.botyard.worker.bot.Tenant;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** The user's own limits, up to an admin's ceilings. */
@Component
final class ChangeRateLimitsHandler implements CommandHandler<ChangeRateLimits> {

    private final Clock clock;

    ChangeRateLimitsHandler(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Decision handle(ChangeRateLimits command, Tenant tenant) {
        return Asked.of(
                tenant,
                command.id(),
                bot -> SeenVersion.differs(command.ifVersion(), tenant).orElseGet(() -> changed(command, tenant, bot)));
    }

    private Decision changed(ChangeRateLimits command, Tenant tenant, Bot bot) {
        if (above(tenant.standing().ceilings(), command)) {
            return Decision.refused(RefusalCode.LIMIT_ABOVE_CEILING, "An admin set a lower ceiling for this bot.");
        }
        var after = bot.with(wished(command, bot.limits()), clock.instant());
        return new Decision.Changed(
                tenant.with(after),
                new BotRateLimitsChanged(
                        EventHead.of(command, "bot_rate_limits_changed", after.version(), after.updatedAt()),
                        after.id(),
                        bot.limits(),
                        after.limits()));
    }

    private static Limits wished(ChangeRateLimits command, Limits before) {
        var perSecond = command.maxRequestsPerSecond();
        var atOnce = command.maxConcurrentRequests();
        return new Limits(
                perSecond == null ? before.maxRequestsPerSecond() : perSecond,
                atOnce == null ? before.maxConcurrentRequests() : atOnce);
    }

    /** Only what is asked for now: a limit from before the ceiling stays as it is. */
    private static boolean above(Ceilings ceilings, ChangeRateLimits wish) {
        var perSecond = wish.maxRequestsPerSecond();
        var mostPerSecond = ceilings.maxRequestsPerSecond();
        var atOnce = wish.maxConcurrentRequests();
        var mostAtOnce = ceilings.maxConcurrentRequests();
        return (perSecond != null && mostPerSecond != null && perSecond.compareTo(mostPerSecond) > 0)
                || (atOnce != null && mostAtOnce != null && atOnce > mostAtOnce);
    }
}
