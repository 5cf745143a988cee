package io.botyard.gateway.identity;

import org.jspecify.annotations.Nullable;

/**
 * A session.
 *
 * @param expiresIn seconds until the access token must be refreshed
 * @param refreshToken good once; null when it is in the cookie
 */
record LoginAnswer(
        String accessToken,
        String tokenType,
        long expiresIn,
        @Nullable String refreshToken,
        User user) {

    @Override
    public String toString() {
        return "LoginAnswer[redacted]";
    }
}
