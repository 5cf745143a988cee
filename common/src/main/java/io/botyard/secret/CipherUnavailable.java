package io.botyard.secret;

/** The keys are out of reach for now: nothing is wrong with the secret. */
public final class CipherUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CipherUnavailable(String message) {
        super(message);
    }

    public CipherUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
