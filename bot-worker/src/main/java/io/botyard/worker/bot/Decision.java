package io.botyard.worker.bot;

import io.botyard.contract.Refusal;
import io.botyard.contract.RefusalCode;
import io.botyard.contract.event.BotEvent;

/** What a command comes to, decided from the user's bot and standing as they are in the transaction that will keep it. */
public sealed interface Decision {

    /** A refusal with the sentence its reader gets. */
    static Refused refused(RefusalCode code, String message) {
        return new Refused(new Refusal(code, message));
    }

    /** The bot is new, different or gone, or what admins say of the user is; the event says how. */
    record Changed(Tenant after, BotEvent event) implements Decision {}

    /** Nothing is different, and the event says what was found. */
    record Told(BotEvent event) implements Decision {}

    /** Something has begun whose end another event will tell: whoever waits is answered then. */
    record Begun(BotEvent event) implements Decision {}

    /** A rule turned the command down. */
    record Refused(Refusal refusal) implements Decision {}

    /** Telegram has to be asked first; nothing is kept until it has answered. */
    record AskTelegram() implements Decision {}

    /** It is so already: nothing to keep and nothing to tell. */
    record Unchanged() implements Decision {}
}
