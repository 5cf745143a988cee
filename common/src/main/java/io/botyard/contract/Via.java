package io.botyard.contract;

/** How an actor proved who it is; {@code SYSTEM} is Botyard acting by itself. */
public enum Via {
    NOBODY,
    SESSION,
    API_KEY,
    SYSTEM
}
