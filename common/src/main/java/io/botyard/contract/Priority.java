package io.botyard.contract;

/** Interactive calls leave before bulk ones of the same bot. */
public enum Priority {
    INTERACTIVE,
    BULK
}
