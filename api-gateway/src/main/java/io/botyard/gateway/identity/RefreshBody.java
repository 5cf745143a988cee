package io.botyard.gateway.identity;

import org.jspecify.annotations.Nullable;

/** A refresh token, unless it comes in the cookie. */
record RefreshBody(@Nullable String refreshToken) {

    @Override
    public String toString() {
        return "RefreshBody[redacted]";
    }
}
