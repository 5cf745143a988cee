package io.botyard.gateway.bots.dispatch;

/** How a request wants its command carried out. */
public record Asking(Preference preference) {}
