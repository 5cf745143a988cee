package io.botyard.audit.entry;

/** Kafka does not answer a question in time, or not this service; what it would say is not known elsewhere. */
public final class KafkaAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public KafkaAway(Throwable cause) {
        super(cause.getClass().getSimpleName(), cause);
    }
}
