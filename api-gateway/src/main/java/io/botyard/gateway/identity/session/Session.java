package io.botyard.gateway.identity.session;

import io.botyard.contract.SessionId;
import io.botyard.contract.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session that has not ended.
 *
 * @param remember its user asked to stay logged in
 * @param idleUntil when it ends unless it is refreshed
 * @param endsAt when it ends however often it is refreshed
 */
public record Session(
        SessionId id,
        UserId user,
        Instant createdAt,
        Instant lastUsedAt,
        boolean remember,
        Instant idleUntil,
        Instant endsAt,
        @Nullable String ip,
        @Nullable String userAgent) {}
