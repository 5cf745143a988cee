package io.botyard.contract.command;

import io.botyard.contract.Actor;
import io.botyard.contract.CommandId;
import io.botyard.contract.GatewayId;
import io.botyard.contract.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a command comes from.
 *
 * @param requestId the HTTP request's id, so that an entry in the trail can be found from an answer
 * @param replyTo the gateway where somebody waits; none when nobody does
 * @param keyed the caller gave an idempotency key, so a repeat must be recognised
 */
public record Origin(
        CommandId commandId,
        UserId userId,
        Actor actor,
        String requestId,
        Instant acceptedAt,
        @Nullable GatewayId replyTo,
        boolean keyed) {}
