package io.botyard.worker.call;

import io.botyard.contract.BotId;
import io.botyard.contract.BotProfile;
import io.botyard.contract.Json;
import io.botyard.contract.UserId;
import io.botyard.contract.command.CallBody;
import io.botyard.contract.event.CallError.TelegramError;
import io.botyard.contract.wire.WireJson;
import io.botyard.worker.bot.Answered;
import io.botyard.worker.bot.BotState;
import io.botyard.worker.bot.Identification;
import io.botyard.worker.bot.WebhookSecret;
import io.botyard.worker.fleet.Fleet;
import io.botyard.worker.fleet.ResidentBot;
import io.botyard.worker.fleet.TokenUnreadable;
import io.botyard.worker.telegram.Answer;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks Telegram who a bot is. Harmless to repeat, so it needs no intent. */
@Component
public class Verification {

    private static final String METHOD = "getMe";
    private static final CallBody NOTHING = CallBody.json("{}");
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;

    private final Fleet fleet;
    private final Asking telegram;

    Verification(Fleet fleet, Asking telegram) {
        this.fleet = fleet;
        this.telegram = telegram;
    }

    /** What Telegram says of the user's bot; nothing when the bot is gone or suspended, or changes meanwhile. */
    public Optional<Answered> of(UserId user) {
        Runnable noNews = new Rest();
        var traffic = fleet.enter(user, noNews);
        try {
            return fleet.of(user)
                    .filter(bot -> bot.bot().state() instanceof BotState.Free)
                    .flatMap(bot -> telegram.ask(traffic, Proviso.NONE, bot, METHOD, NOTHING)
                            .map(answer -> answered(bot, answer)));
        } catch (TokenUnreadable unreadable) {
            return Optional.of(unaskable(unreadable));
        } finally {
            fleet.exit(user, noNews);
        }
    }

    /** The same for an admin's eyes, who may look at a suspended bot; nothing when there is none. */
    public Optional<Answered> evenSuspended(UserId user) {
        try {
            return fleet.of(user).map(bot -> answered(bot, telegram.askAnyway(bot, METHOD, NOTHING)));
        } catch (TokenUnreadable unreadable) {
            return Optional.of(unaskable(unreadable));
        }
    }

    private static Answered unaskable(TokenUnreadable unreadable) {
        return new Answered(unreadable.tokenSince(), new Identification.Unreadable());
    }

    private static Answered answered(ResidentBot bot, Answer answer) {
        return new Answered(bot.bot().tokenSince(), judge(bot, answer));
    }

    private static Identification judge(ResidentBot bot, Answer answer) {
        return switch (answer) {
            case Answer.Accepted(var result) ->
                new Identification.Known(
                        profile(result), WebhookSecret.of(bot.token(), bot.bot().id()));
            case Answer.Denied(var error, var _) when tokenIsBad(error) -> new Identification.Rejected();
            case Answer.Denied(var error, var _) ->
                new Identification.Unreachable("Telegram answered " + error.errorCode());
            case Answer.NotReached(var reason) -> new Identification.Unreachable(reason);
            case Answer.Unclear(var reason) -> new Identification.Unreachable(reason);
        };
    }

    private static BotProfile profile(Json getMe) {
        var me = WireJson.mapper().readTree(getMe.text());
        return new BotProfile(
                new BotId(me.path("id").asLong()),
                me.path("username").asString(""),
                me.path("first_name").asString(""),
                me.path("is_bot").asBoolean(true));
    }

    /** Telegram answers 404 to a token whose form it does not accept. */
    private static boolean tokenIsBad(TelegramError error) {
        return error.errorCode() == UNAUTHORIZED || error.errorCode() == NOT_FOUND;
    }
}
