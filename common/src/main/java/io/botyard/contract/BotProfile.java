package io.botyard.contract;

/** A bot as Telegram's {@code getMe} describes it. */
public record BotProfile(BotId id, String username, String firstName, boolean isBot) {}
