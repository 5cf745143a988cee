package io.botyard.contract;

/** What a caller wants when it cannot be known whether Telegram acted: be told, or call again. */
public enum OnUnknown {
    REPORT,
    RETRY
}
