package io.botyard.tracing;

/** Which side of which exchange a span is. */
public enum Kind {
    SERVER,
    CLIENT,
    PRODUCER,
    CONSUMER
}
