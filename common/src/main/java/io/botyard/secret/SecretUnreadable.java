package io.botyard.secret;

import io.botyard.contract.UserId;

/** A sealed secret that does not open for this user, now or later. */
public final class SecretUnreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    public SecretUnreadable(UserId owner, String reason) {
        super("the secret of user " + owner + " does not open: " + reason);
        this.reason = reason;
    }

    /** Without its owner. */
    public String reason() {
        return reason;
    }
}
