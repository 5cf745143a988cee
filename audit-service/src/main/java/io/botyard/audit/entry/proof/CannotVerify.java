package io.botyard.audit.entry.proof;

/** What verifying needs is away, or another verification runs; that says nothing about the trails. */
public final class CannotVerify extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CannotVerify(String why) {
        super(why);
    }

    public CannotVerify(String why, Throwable cause) {
        super(why, cause);
    }
}
