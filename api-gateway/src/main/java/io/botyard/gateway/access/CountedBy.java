package io.botyard.gateway.access;

import java.util.Locale;

/** Whose doing a quota counts. */
public enum CountedBy {
    USER,
    KEY,
    ADDRESS,
    BOT;

    /** As a problem's {@code scope} says it. */
    public String scope() {
        return name().toLowerCase(Locale.ROOT);
    }
}
