package io.botyard.worker.control;

import io.botyard.contract.RefusalCode;
import io.botyard.contract.VerificationFailure;
import io.botyard.contract.command.VerifyBot;
import io.botyard.contract.event.BotVerificationFailed;
import io.botyard.contract.event.BotVerified;
import io.botyard.contract.event.EventHead;
import io.botyard.worker.bot.Answered;
import io.botyard.worker.bot.Bot;
import io.botyard.worker.bot.BotState;
import io.botyard.worker.bot.Decision;
import io.botyard.worker.bot.Identification;
import io.botyard.worker.bot.Tenant;
import io.botyard.worker.store.Bots;
import java.time.Clock;
import java.util.function.BiFunction;
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
    public Decision handle(VerifyBot command, Tenant tenant) {
        return unlessSuspended(command, tenant, (_, _) -> new Decision.AskTelegram());
    }

    /** An answer about a token that has been replaced meanwhile is none: Telegram is asked about the new one. */
    Decision answered(VerifyBot command, Answered answer, Tenant tenant) {
        return unlessSuspended(command, tenant, (bot, state) -> {
            if (!answer.concerns(bot)) {
                return new Decision.AskTelegram();
            }
            return switch (answer.said()) {
                case Identification.Known known -> known(command, tenant, bot, state, known);
                case Identification.Rejected() ->
                    failed(
                            command,
                            tenant,
                            bot.tokenRejected(clock.instant()),
                            VerificationFailure.TOKEN_REJECTED,
                            Bot.REJECTED);
                case Identification.Unreadable() ->
                    failed(
                            command,
                            tenant,
                            bot.tokenUnreadable(clock.instant()),
                            VerificationFailure.TOKEN_UNREADABLE,
                            Bot.UNREADABLE);
                case Identification.Unreachable(var reason) -> unreachable(command, tenant, bot, state, reason);
            };
        });
    }

    /** Neither step comes to anything for a suspended bot. */
    private static Decision unlessSuspended(
            VerifyBot command, Tenant tenant, BiFunction<Bot, BotState.Free, Decision> decide) {
        return Asked.of(tenant, command.id(), bot -> switch (bot.state()) {
            case BotState.Suspended suspended -> new Decision.Refused(suspended.refusal());
            case BotState.Free free -> decide.apply(bot, free);
        });
    }

    private Decision known(VerifyBot command, Tenant tenant, Bot bot, BotState.Free state, Identification.Known known) {
        if (bots.claimedByAnother(bot.botId(), bot.owner())) {
            return Decision.refused(
                    RefusalCode.BOT_TAKEN,
                    "Another user's verified bot has this token's id. If it is yours, revoke the token at BotFather and bring the new one.");
        }
        var verified = bot.verified(state, known, clock.instant());
        return new Decision.Changed(
                tenant.with(verified),
                new BotVerified(
                        head(command, "bot_verified", verified),
                        verified.id(),
                        verified.state().status(),
                        known.profile()));
    }

    private Decision unreachable(VerifyBot command, Tenant tenant, Bot bot, BotState.Free state, String reason) {
        var message = "Telegram could not be asked (" + reason + "); try again.";
        var after = bot.unreachable(state, message, clock.instant());
        return failed(command, tenant, after, VerificationFailure.TELEGRAM_UNREACHABLE, message);
    }

    private static Decision failed(
            VerifyBot command, Tenant tenant, Bot after, VerificationFailure reason, String message) {
        return new Decision.Changed(
                tenant.with(after),
                new BotVerificationFailed(
                        head(command, "bot_verification_failed", after),
                        after.id(),
                        after.state().status(),
                        reason,
                        message));
    }

    private static EventHead head(VerifyBot command, String kind, Bot after) {
        return EventHead.of(command, kind, after.version(), after.updatedAt());
    }
}
