package io.botyard.worker.control;

import io.botyard.contract.RefusalCode;
import io.botyard.contract.command.ActivateBot;
import io.botyard.contract.event.BotActivated;
import io.botyard.contract.event.EventHead;
import io.botyard.worker.bot.Bot;
import io.botyard.worker.bot.Decision;
import io.botyard.worker.bot.Tenant;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Lifts a suspension, the only thing that does. */
@Component
final class ActivateBotHandler implements CommandHandler<ActivateBot> {

    private final Clock clock;

    ActivateBotHandler(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Decision handle(ActivateBot command, Tenant tenant) {
        return SeenVersion.differs(command.ifVersion(), tenant).orElseGet(() -> activated(command, tenant));
    }

    private Decision activated(ActivateBot command, Tenant tenant) {
        if (!tenant.standing().suspended()) {
            return Decision.refused(RefusalCode.BOT_NOT_SUSPENDED, "The bot is not suspended.");
        }
        var now = clock.instant();
        var after = tenant.activated(now);
        return new Decision.Changed(
                after,
                new BotActivated(
                        EventHead.of(command, "bot_activated", after.version(), now),
                        after.bot().map(Bot::id).orElse(null),
                        after.bot().map(bot -> bot.state().status()).orElse(null)));
    }
}
