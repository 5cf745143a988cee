package io.botyard.contract.event;

/** How a bot's calls have gone lately; the later the word, the worse. */
public enum BotHealth {
    HEALTHY,
    DEGRADED,
    UNHEALTHY
}
