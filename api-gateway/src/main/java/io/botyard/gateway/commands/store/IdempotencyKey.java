package io.botyard.gateway.commands.store;

import io.botyard.contract.UserId;

/**
 * A client's word for one request, however often it is sent.
 *
 * @param route method and path pattern; the same word means another request elsewhere
 * @param fingerprint of the whole request, under a key of the deployment
 */
public record IdempotencyKey(UserId user, String route, String key, String fingerprint) {

    /** Keys and fingerprints are the client's own affair. */
    @Override
    public String toString() {
        return "IdempotencyKey[" + user + ", " + route + "]";
    }
}
