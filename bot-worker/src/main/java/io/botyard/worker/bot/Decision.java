package io.botyard.worker.bot;

import io.botyard.contract.Refusal;
import io.botyard.contract.RefusalCode;
import io.botyard.contract.event.BotEvent;

/** What a command comes to, decided from the bot as it is in the transaction that will keep it. */
public sealed interface Decision {

    /** A refusal with the sentence its reader gets. */
    static Refused refused(RefusalCode code, String message) {
        return new Refused(new Refusal(code, message));
    }

    /** The bot is new or different, and the event says how. */
    record Changed(Bot after, BotEvent event) implements Decision {}

    /** The bot is gone, and the event says so. */
    record Removed(Bot before, BotEvent event) implements Decision {}

    /** A rule turned the command down. */
    record Refused(Refusal refusal) implements Decision {}

    /** Telegram has to be asked first; nothing is kept until it has answered. */
    record AskTelegram(Bot bot) implements Decision {}

    /** It is so already: nothing to keep and nothing to tell. */
    record Unchanged() implements Decision {}
}
