package io.botyard.worker.control;

import io.botyard.contract.RefusalCode;
import io.botyard.contract.VerificationFailure;
import io.botyard.contract.command.VerifyBot;
import io.botyard.contract.event.BotVerificationFailed;
import io.botyard.contract.event.BotVerified;
import io.botyard.contract.event.EventHead;
import io.botyard.worker.bot.Bot;
import io.botyard.worker.bot.Decision;
import io.botyard.worker.bot.Identification;
import io.botyard.worker.store.Bots;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Verifies in two steps: ask Telegram, then decide by the bot as it is when the answer is there. */
@Component
final class VerifyBotHandler implements CommandHandler<VerifyBot> {

    private final Bots bots;
    private final Clock clock;

    VerifyBotHandler(Bots bots, Clock clock) {
        this.bots = bots;
        this.clock = clock;
    }

    @Override
    public Decision handle(VerifyBot command, Optional<Bot> present) {
        return asked(command, present).<Decision>map(Decision.AskTelegram::new).orElseGet(VerifyBotHandler::noBot);
    }

    Decision answered(VerifyBot command, Identification identification, Optional<Bot> present) {
        return asked(command, present)
                .map(bot -> switch (identification) {
                    case Identification.Known known -> known(command, bot, known);
                    case Identification.Rejected() -> rejected(command, bot);
                    case Identification.Unreachable(var reason) -> unreachable(command, bot, reason);
                })
                .orElseGet(VerifyBotHandler::noBot);
    }

    private Decision known(VerifyBot command, Bot bot, Identification.Known known) {
        if (bots.claimedByAnother(bot.botId(), bot.owner())) {
            return Decision.refused(
                    RefusalCode.BOT_TAKEN,
                    "Another user's verified bot has this token's id. If it is yours, revoke the token at BotFather and bring the new one.");
        }
        var verified = bot.verified(known.profile(), clock.instant());
        return new Decision.Changed(
                verified,
                new BotVerified(
                        head(command, "bot_verified", verified),
                        verified.id(),
                        verified.state().status(),
                        known.profile()));
    }

    private Decision rejected(VerifyBot command, Bot bot) {
        var after = bot.tokenRejected(clock.instant());
        return failed(command, after, VerificationFailure.TOKEN_REJECTED, Bot.REJECTED);
    }

    private Decision unreachable(VerifyBot command, Bot bot, String reason) {
        var message = "Telegram could not be asked (" + reason + "); try again.";
        var after = bot.unreachable(message, clock.instant());
        return failed(command, after, VerificationFailure.TELEGRAM_UNREACHABLE, message);
    }

    private static Decision failed(VerifyBot command, Bot after, VerificationFailure reason, String message) {
        return new Decision.Changed(
                after,
                new BotVerificationFailed(
                        head(command, "bot_verification_failed", after),
                        after.id(),
                        after.state().status(),
                        reason,
                        message));
    }

    /** The bot this was asked of: one that came later is not it. */
    private static Optional<Bot> asked(VerifyBot command, Optional<Bot> present) {
        return present.filter(bot -> bot.id().equals(command.id()));
    }

    private static Decision noBot() {
        return Decision.refused(RefusalCode.NO_BOT, "The bot that was to be verified is gone.");
    }

    private static EventHead head(VerifyBot command, String kind, Bot after) {
        return EventHead.of(command, kind, after.version(), after.updatedAt());
    }
}
