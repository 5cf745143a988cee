package io.botyard.gateway.identity.session;

import java.util.Locale;

/** Why a session ended before its time. */
public enum SessionEnd {
    LOGGED_OUT,
    REFRESH_TOKEN_REUSED,
    PASSWORD_CHANGED,
    PASSWORD_RESET,
    USER_SUSPENDED,
    USER_DELETED;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
