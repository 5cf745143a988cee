package io.botyard.gateway.bots.store;

import java.util.List;

/**
 * A page of bots.
 *
 * @param total on all pages
 */
public record FoundBots(long total, List<Found> bots) {

    /** A bot, and how much it was used. */
    public record Found(BotView bot, BotUsage usage) {}
}
