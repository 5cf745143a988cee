package io.botyard.worker.control;

import io.botyard.contract.Ceilings;
import io.botyard.contract.Ceilings.Field;
import io.botyard.contract.command.OverrideRateLimits;
import io.botyard.contract.event.BotRateLimitsOverridden;
import io.botyard.contract.event.EventHead;
import io.botyard.worker.bot.Bot;
import io.botyard.worker.bot.Decision;
import io.botyard.worker.bot.Tenant;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An admin's ceilings for a user, with or without a bot; the user's own limits stay as they are. */
@Component
final class OverrideRateLimitsHandler implements CommandHandler<OverrideRateLimits> {

    private final Clock clock;

    OverrideRateLimitsHandler(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Decision handle(OverrideRateLimits command, Tenant tenant) {
        return SeenVersion.differs(command.ifVersion(), tenant).orElseGet(() -> overridden(command, tenant));
    }

    private Decision overridden(OverrideRateLimits command, Tenant tenant) {
        var now = clock.instant();
        var before = tenant.standing().ceilings();
        var after = tenant.limited(
                new Ceilings(
                        next(
                                command,
                                Field.MAX_REQUESTS_PER_SECOND,
                                command.ceilings().maxRequestsPerSecond(),
                                before.maxRequestsPerSecond()),
                        next(
                                command,
                                Field.MAX_CONCURRENT_REQUESTS,
                                command.ceilings().maxConcurrentRequests(),
                                before.maxConcurrentRequests())),
                now);
        return new Decision.Changed(
                after,
                new BotRateLimitsOverridden(
                        EventHead.of(command, "bot_rate_limits_overridden", after.version(), now),
                        after.bot().map(Bot::id).orElse(null),
                        before,
                        after.standing().ceilings(),
                        after.bot().map(Bot::limits).orElse(null)));
    }

    private static <T> @Nullable T next(OverrideRateLimits command, Field field, @Nullable T set, @Nullable T before) {
        if (command.lifted().contains(field)) {
            return null;
        }
        return set == null ? before : set;
    }
}
