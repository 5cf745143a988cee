package io.botyard.worker.control;

import io.botyard.contract.RefusalCode;
import io.botyard.contract.command.RemoveBot;
import io.botyard.contract.event.BotRemoved;
import io.botyard.contract.event.EventHead;
import io.botyard.worker.bot.Bot;
import io.botyard.worker.bot.Decision;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
final class RemoveBotHandler implements CommandHandler<RemoveBot> {

    private final Clock clock;

    RemoveBotHandler(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Decision handle(RemoveBot command, Optional<Bot> present) {
        return present.<Decision>map(bot -> new Decision.Removed(
                        bot,
                        new BotRemoved(
                                EventHead.of(command, "bot_removed", bot.version() + 1, clock.instant()),
                                bot.id(),
                                bot.botId())))
                .orElseGet(() -> Decision.refused(RefusalCode.NO_BOT, "You have no bot."));
    }
}
