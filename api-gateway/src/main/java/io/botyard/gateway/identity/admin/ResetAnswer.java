package io.botyard.gateway.identity.admin;

import java.time.Instant;

/** A one-time token, shown this once. */
record ResetAnswer(String token, Instant expiresAt) {

    @Override
    public String toString() {
        return "ResetAnswer[redacted]";
    }
}
