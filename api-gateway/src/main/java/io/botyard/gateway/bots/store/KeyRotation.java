package io.botyard.gateway.bots.store;

import io.botyard.contract.CommandId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rotation of the keys as far as the workers have committed it.
 *
 * @param version of the key it brings
 * @param rowsTotal those that were or are behind
 * @param rowsUnreadable those among them that do not open
 * @param retiredAt when the keys before it were retired
 */
public record KeyRotation(
        CommandId command,
        int version,
        Instant startedAt,
        @Nullable Instant finishedAt,
        long rowsReencrypted,
        long rowsTotal,
        long rowsUnreadable,
        @Nullable Instant retiredAt) {}
