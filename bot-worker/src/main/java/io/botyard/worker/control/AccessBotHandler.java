package io.botyard.worker.control;

import io.botyard.contract.BotProfile;
import io.botyard.contract.VerificationFailure;
import io.botyard.contract.command.AccessBot;
import io.botyard.contract.event.BotAccessed;
import io.botyard.contract.event.EventHead;
import io.botyard.worker.bot.Answered;
import io.botyard.worker.bot.Bot;
import io.botyard.worker.bot.Decision;
import io.botyard.worker.bot.Identification;
import io.botyard.worker.bot.Tenant;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An admin's look, in two steps: ask Telegram, then record what it said. Nothing changes, whatever that is. */
@Component
final class AccessBotHandler implements CommandHandler<AccessBot> {

    private final Clock clock;

    AccessBotHandler(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Decision handle(AccessBot command, Tenant tenant) {
        return Asked.of(tenant, command.id(), _ -> new Decision.AskTelegram());
    }

    Decision answered(AccessBot command, Answered answer, Tenant tenant) {
        return Asked.of(
                tenant,
                command.id(),
                bot -> answer.concerns(bot) ? looked(command, bot, answer.said()) : new Decision.AskTelegram());
    }

    private Decision looked(AccessBot command, Bot bot, Identification said) {
        return switch (said) {
            case Identification.Known(var profile, var _) -> looked(command, bot, profile, null);
            case Identification.Rejected() -> looked(command, bot, null, VerificationFailure.TOKEN_REJECTED);
            case Identification.Unreadable() -> looked(command, bot, null, VerificationFailure.TOKEN_UNREADABLE);
            case Identification.Unreachable _ -> looked(command, bot, null, VerificationFailure.TELEGRAM_UNREACHABLE);
        };
    }

    private Decision looked(
            AccessBot command, Bot bot, @Nullable BotProfile profile, @Nullable VerificationFailure failure) {
        var head = EventHead.of(command, "bot_accessed", bot.version(), clock.instant());
        return new Decision.Told(new BotAccessed(head, bot.id(), bot.botId(), profile, failure));
    }
}
