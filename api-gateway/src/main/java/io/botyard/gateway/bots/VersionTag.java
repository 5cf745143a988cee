package io.botyard.gateway.bots;

import io.botyard.gateway.bots.store.BotView;

/** The {@code ETag} of a bot's status: another one whenever the bot itself has changed, whatever it was used for. */
public final class VersionTag {

    private VersionTag() {}

    public static String of(BotView bot) {
        return "\"" + bot.id() + "-" + bot.version() + "\"";
    }
}
