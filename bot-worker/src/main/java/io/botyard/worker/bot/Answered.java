package io.botyard.worker.bot;

/**
 * What Telegram said, and of which token: it says nothing of a token that came later.
 *
 * @param asked the version of the bot that brought the token
 */
public record Answered(long asked, Identification said) {

    /** Whether it is the present token of this bot that was asked about. */
    public boolean concerns(Bot bot) {
        return bot.tokenSince() == asked;
    }
}
