package io.botyard.gateway.bots;

import io.botyard.contract.UserId;
import io.botyard.contract.command.RemoveBot;
import io.botyard.contract.event.BotRemoved;
import io.botyard.gateway.bots.dispatch.ControlErrand;
import io.botyard.gateway.bots.dispatch.Errand;
import io.botyard.gateway.bots.dispatch.Reply;
import io.botyard.gateway.bots.store.BotView;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a user does with their bot, and an admin with anybody's. */
@Component
public class Errands {

    private final WhichTelegram telegram;

    Errands(TelegramSettings telegram) {
        this.telegram = WhichTelegram.of(telegram);
    }

    /** Of the bot that {@code bot} finds or misses when it comes to it; {@code body} may ask for a test message. */
    public Errand<?> verification(UserId owner, Supplier<BotView> bot, @Nullable VerifyBody body) {
        return new VerifyErrand(owner, bot, (body == null ? VerifyBody.EMPTY : body).test(), telegram);
    }

    public Errand<?> removal(BotView bot) {
        return new ControlErrand<>(
                bot.userId(), RemoveBot::new, BotRemoved.class, gone -> Reply.ok(DoneAnswer.REMOVED));
    }
}
