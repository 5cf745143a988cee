package io.botyard.worker.fleet;

import io.botyard.contract.BotToken;
import io.botyard.contract.Limits;
import io.botyard.worker.bot.Bot;

/**
 * A bot in memory, as it was when it was last changed.
 *
 * @param limits what it may use: the user's own limits under an admin's ceilings
 * @param kept its token, which {@link #token} opens
 * @param turns of the calls that may be under way at once
 */
public record ResidentBot(Bot bot, Limits limits, KeptToken kept, Turns turns) {

    /**
     * Its token; waits where it has to be opened first.
     *
     * @throws TokenUnreadable when it does not open; the bot is not kept in memory then
     * @throws KeysAway when it cannot be opened now
     */
    public BotToken token() {
        return kept.get();
    }
}
