package io.botyard.contract.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.botyard.contract.ApiKeyId;
import io.botyard.contract.Scope;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user made an API key.
 *
 * @param expiresAt none when it is good until revoked
 */
public record ApiKeyCreated(
        @JsonUnwrapped AccessHead head,
        ApiKeyId key,
        Set<Scope> scopes,
        @Nullable Instant expiresAt) implements AccessEvent {}
