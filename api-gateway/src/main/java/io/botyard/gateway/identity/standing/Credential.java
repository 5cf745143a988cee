package io.botyard.gateway.identity.standing;

import io.botyard.contract.ApiKeyId;
import io.botyard.contract.SessionId;

/** By what somebody is known. */
sealed interface Credential {

    record OfSession(SessionId id) implements Credential {}

    /** A key as it was sent, hashed. */
    record OfSecret(String hash) implements Credential {}

    /** A key that was sent once before. */
    record OfKey(ApiKeyId id) implements Credential {}
}
