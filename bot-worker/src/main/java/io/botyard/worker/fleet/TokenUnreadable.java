package io.botyard.worker.fleet;

import io.botyard.secret.SecretUnreadable;

/** The bot is there, and its token does not open, now or later. */
public final class TokenUnreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long tokenSince;

    TokenUnreadable(long tokenSince, SecretUnreadable cause) {
        super(cause);
        this.tokenSince = tokenSince;
    }

    /** The version of the bot that brought the token: one that came later is not meant. */
    public long tokenSince() {
        return tokenSince;
    }
}
