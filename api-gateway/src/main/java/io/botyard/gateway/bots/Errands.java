package io.botyard.gateway.bots;

import io.botyard.contract.UserId;
import io.botyard.contract.command.RemoveBot;
import io.botyard.contract.event.BotRemoved;
import io.botyard.gateway.access.Caller;
import io.botyard.gateway.bots.dispatch.Asking;
import io.botyard.gateway.bots.dispatch.ControlErrand;
import io.botyard.gateway.bots.dispatch.Dispatch;
import io.botyard.gateway.bots.dispatch.Reply;
import io.botyard.gateway.bots.store.BotView;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What a user does with their bot, and an admin with anybody's. */
@Component
public class Errands {

    private final Dispatch dispatch;
    private final WhichTelegram telegram;

    Errands(Dispatch dispatch, TelegramSettings telegram) {
        this.dispatch = dispatch;
        this.telegram = WhichTelegram.of(telegram);
    }

    /** Of the bot that {@code bot} finds or misses when it comes to it; {@code body} may ask for a test message. */
    public ResponseEntity<Object> verify(
            Caller caller, Asking asking, UserId owner, Supplier<BotView> bot, @Nullable VerifyBody body) {
        var test = (body == null ? VerifyBody.EMPTY : body).test();
        return dispatch.once(
                caller,
                asking,
                new VerifyErrand(owner, bot, test, telegram),
                new VerifyRetelling(test.isPresent(), telegram));
    }

    public ResponseEntity<Object> remove(Caller caller, Asking asking, BotView bot) {
        return dispatch.run(
                caller,
                asking,
                new ControlErrand<>(
                        bot.userId(), RemoveBot::new, BotRemoved.class, gone -> Reply.ok(DoneAnswer.REMOVED)));
    }
}
