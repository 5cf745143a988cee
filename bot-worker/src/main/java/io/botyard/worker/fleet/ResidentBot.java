package io.botyard.worker.fleet;

import io.botyard.contract.BotToken;
import io.botyard.contract.Limits;
import io.botyard.worker.bot.Bot;
import java.util.concurrent.Semaphore;

/**
 * A bot in memory, as it was when it was last changed.
 *
 * @param limits what it may use: the user's own limits under an admin's ceilings
 * @param turns one permit for each call that may be under way at once
 */
public record ResidentBot(Bot bot, Limits limits, BotToken token, Semaphore turns) {}
