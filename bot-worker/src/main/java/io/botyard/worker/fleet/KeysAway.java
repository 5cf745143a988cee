package io.botyard.worker.fleet;

import io.botyard.secret.CipherUnavailable;

/** The bot is there, and the keys that open its token are out of reach for now. */
public final class KeysAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KeysAway(CipherUnavailable cause) {
        super(cause);
    }
}
