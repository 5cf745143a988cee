package io.botyard.worker.store;

import io.botyard.worker.bot.Bot;
import java.util.Optional;

/** What a committed transaction left to do. */
public sealed interface Change {

    /** The bot is as it is now, or gone; the event is to be told. */
    record Kept(Optional<Bot> bot, OutboxEntry told) implements Change {}

    /** Nothing is kept before Telegram has been asked about this bot. */
    record AskTelegram(Bot bot) implements Change {}

    /** It had been done before, or there was nothing to do. */
    record Nothing() implements Change {}
}
