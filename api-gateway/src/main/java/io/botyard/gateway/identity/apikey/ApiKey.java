package io.botyard.gateway.identity.apikey;

import io.botyard.contract.ApiKeyId;
import io.botyard.contract.Scope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key that was not revoked.
 *
 * @param prefix its first characters
 * @param expiresAt none when it is good until revoked
 */
record ApiKey(
        ApiKeyId id,
        String name,
        String prefix,
        List<Scope> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt) {}
