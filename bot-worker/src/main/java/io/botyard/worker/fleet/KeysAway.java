package io.botyard.worker.fleet;

import io.botyard.secret.CipherUnavailable;

/** The keys that open a token, or what else is sealed for a user, are out of reach for now. */
public final class KeysAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KeysAway(CipherUnavailable cause) {
        super(cause);
    }
}
