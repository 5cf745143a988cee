package io.botyard.gateway.commands;

/** Whether Kafka has a command. */
public sealed interface Acceptance {

    /** On every replica in sync: it will be carried out, or its operation will say why not. */
    record Accepted() implements Acceptance {}

    /** It was sent and not acknowledged in time: it may still be carried out. */
    record Unknown() implements Acceptance {}

    /** It never left this gateway. */
    record Away() implements Acceptance {}
}
