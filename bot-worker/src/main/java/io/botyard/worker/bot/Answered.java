package io.botyard.worker.bot;

import io.botyard.contract.SealedSecret;

/**
 * What Telegram said, and of which token: it says nothing of a token that came later.
 *
 * @param asked the token as it is kept
 */
public record Answered(SealedSecret asked, Identification said) {

    /** Whether it is the present token of this bot that was asked about. */
    public boolean concerns(Bot bot) {
        return bot.token().equals(asked);
    }
}
