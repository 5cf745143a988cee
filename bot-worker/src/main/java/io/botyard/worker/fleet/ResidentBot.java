package io.botyard.worker.fleet;

import io.botyard.contract.BotToken;
import io.botyard.worker.bot.Bot;
import java.util.concurrent.Semaphore;

/**
 * A bot in memory.
 *
 * @param turns one permit for each call that may be under way at once
 */
public record ResidentBot(Bot bot, BotToken token, Semaphore turns) {

    static ResidentBot of(Bot bot, BotToken token) {
        return new ResidentBot(bot, token, new Semaphore(bot.limits().maxConcurrentRequests(), true));
    }

    /** The same bot after a change; calls under way keep their turns while the limit stays. */
    ResidentBot after(Bot change) {
        return change.limits().maxConcurrentRequests() == bot.limits().maxConcurrentRequests()
                ? new ResidentBot(change, token, turns)
                : of(change, token);
    }
}
