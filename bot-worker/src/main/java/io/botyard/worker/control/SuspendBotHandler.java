package io.botyard.worker.control;

import io.botyard.contract.RefusalCode;
import io.botyard.contract.command.SuspendBot;
import io.botyard.contract.event.BotSuspended;
import io.botyard.contract.event.EventHead;
import io.botyard.worker.bot.Bot;
import io.botyard.worker.bot.Decision;
import io.botyard.worker.bot.Tenant;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Stops a user's bot from whatever state it is in, and every bot they bring later. */
@Component
final class SuspendBotHandler implements CommandHandler<SuspendBot> {

    private final Clock clock;

    SuspendBotHandler(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Decision handle(SuspendBot command, Tenant tenant) {
        return SeenVersion.differs(command.ifVersion(), tenant).orElseGet(() -> suspended(command, tenant));
    }

    private Decision suspended(SuspendBot command, Tenant tenant) {
        if (tenant.standing().suspended()) {
            return Decision.refused(RefusalCode.BOT_SUSPENDED, "The bot is suspended already.");
        }
        var now = clock.instant();
        var after = tenant.suspended(command.reason(), now);
        return new Decision.Changed(
                after,
                new BotSuspended(
                        EventHead.of(command, "bot_suspended", after.version(), now),
                        tenant.bot().map(Bot::id).orElse(null),
                        tenant.bot().map(bot -> bot.state().status()).orElse(null),
                        command.reason()));
    }
}
