package io.botyard.contract;

/** Where a bot stands; the worker alone moves it. */
public enum BotStatus {
    PENDING,
    ACTIVE,
    RATE_LIMITED,
    ERROR,
    SUSPENDED
}
