package io.botyard.gateway.identity.apikey;

import io.botyard.contract.Scope;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key as its owner sees it.
 *
 * @param prefix its first characters, to know it by
 * @param key the key itself, told when it is made and never again
 */
record ApiKeyAnswer(
        UUID id,
        String name,
        String prefix,
        List<Scope> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable String key) {

    static ApiKeyAnswer of(ApiKey key) {
        return of(key, null);
    }

    static ApiKeyAnswer of(ApiKey key, @Nullable String secret) {
        return new ApiKeyAnswer(
                key.id().value(),
                key.name(),
                key.prefix(),
                key.scopes(),
                key.createdAt(),
                key.expiresAt(),
                key.lastUsedAt(),
                secret);
    }

    @Override
    public String toString() {
        return "ApiKeyAnswer[" + id + "]";
    }
}
