package io.botyard.sandbox.pace;

/** Measures the sends of one bot or chat against a limit. Times are milliseconds that only grow. */
sealed interface Meter permits RateMeter, QuotaMeter {

    /** How long the next send would have to wait; 0 when it may go. */
    long waitFrom(long now);

    void send(long now);

    /** Whether nothing is left to remember. */
    boolean rested(long now);
}
