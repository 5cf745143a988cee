package io.botyard.worker.control;

import io.botyard.contract.Refusal;
import io.botyard.contract.RefusalCode;
import io.botyard.contract.command.RegisterBot;
import io.botyard.contract.event.BotRegistered;
import io.botyard.contract.event.EventHead;
import io.botyard.worker.bot.Bot;
import io.botyard.worker.bot.Decision;
import io.botyard.worker.bot.Tenant;
import io.botyard.worker.store.Bots;
import java.time.Clock;
import org.springframework.stereotype.Component;

@Component
final class RegisterBotHandler implements CommandHandler<RegisterBot> {

    /** A user has one bot. */
    static final Refusal EXISTS =
            new Refusal(RefusalCode.BOT_ALREADY_EXISTS, "You have a bot already; remove it before bringing another.");

    private final Bots bots;
    private final Clock clock;

    RegisterBotHandler(Bots bots, Clock clock) {
        this.bots = bots;
        this.clock = clock;
    }

    @Override
    public Decision handle(RegisterBot command, Tenant tenant) {
        if (tenant.bot().isPresent()) {
            return new Decision.Refused(EXISTS);
        }
        var now = clock.instant();
        var bot = new Bot(
                bots.nextId(),
                command.userId(),
                command.botId(),
                command.botUsername(),
                command.token(),
                tenant.nextVersion(),
                command.mtproto(),
                null,
                command.limits(),
                tenant.standing().beginning(),
                tenant.nextVersion(),
                now,
                now);
        return new Decision.Changed(
                tenant.with(bot),
                new BotRegistered(
                        EventHead.of(command, "bot_registered", bot.version(), now),
                        bot.id(),
                        bot.botId(),
                        bot.username(),
                        bot.state().status(),
                        bot.limits()));
    }
}
