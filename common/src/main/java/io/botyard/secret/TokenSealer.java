package io.botyard.secret;

/** What seals and opens, and the keys it does that with. */
public interface TokenSealer extends TokenCipher, TokenKeys, AutoCloseable {

    /** Lets go of whom it asks, where it asks somebody. */
    @Override
    default void close() {}
}
