package io.botyard.worker.control;

import io.botyard.contract.RefusalCode;
import io.botyard.contract.command.ReplaceToken;
import io.botyard.contract.event.BotTokenReplaced;
import io.botyard.contract.event.EventHead;
import io.botyard.worker.bot.Bot;
import io.botyard.worker.bot.Decision;
import io.botyard.worker.bot.Tenant;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Another token of the same bot of Telegram's: everything stays but what was known of the old one. */
@Component
final class ReplaceTokenHandler implements CommandHandler<ReplaceToken> {

    private final Clock clock;

    ReplaceTokenHandler(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Decision handle(ReplaceToken command, Tenant tenant) {
        return Asked.of(tenant, command.id(), bot -> replaced(command, tenant, bot));
    }

    private Decision replaced(ReplaceToken command, Tenant tenant, Bot bot) {
        if (!bot.botId().equals(command.botId())) {
            return Decision.refused(
                    RefusalCode.TOKEN_OF_ANOTHER_BOT,
                    "This is the token of another bot; remove yours before bringing another.");
        }
        var after = bot.with(command.token(), clock.instant());
        return new Decision.Changed(
                tenant.with(after),
                new BotTokenReplaced(
                        EventHead.of(command, "bot_token_replaced", after.version(), after.updatedAt()),
                        after.id(),
                        after.botId(),
                        after.state().status()));
    }
}
