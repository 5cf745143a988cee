package io.botyard.worker.fleet;

import io.botyard.contract.BotToken;
import io.botyard.contract.Limits;
import io.botyard.worker.bot.Bot;

/**
 * A bot in memory, as it was when it was last changed.
 *
 * @param limits what it may use: the user's own limits under an admin's ceilings
 * @param turns who may be under way at once, and who waits
 */
public record ResidentBot(Bot bot, Limits limits, BotToken token, Turns turns) {}
