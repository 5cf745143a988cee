package io.botyard.worker.control;

import io.botyard.contract.RefusalCode;
import io.botyard.contract.command.RemoveBot;
import io.botyard.contract.event.BotRemoved;
import io.botyard.contract.event.EventHead;
import io.botyard.worker.bot.Decision;
import io.botyard.worker.bot.Tenant;
import java.time.Clock;
import org.springframework.stereotype.Component;

@Component
final class RemoveBotHandler implements CommandHandler<RemoveBot> {

    private final Clock clock;

    RemoveBotHandler(Clock clock) {
        this.clock = clock;
    }

    /** What admins decided about the user stays. */
    @Override
    public Decision handle(RemoveBot command, Tenant tenant) {
        return tenant.bot()
                .<Decision>map(bot -> new Decision.Changed(
                        tenant.withoutBot(),
                        new BotRemoved(
                                EventHead.of(command, "bot_removed", tenant.nextVersion(), clock.instant()),
                                bot.id(),
                                bot.botId())))
                .orElseGet(() -> Decision.refused(RefusalCode.NO_BOT, "You have no bot."));
    }
}
