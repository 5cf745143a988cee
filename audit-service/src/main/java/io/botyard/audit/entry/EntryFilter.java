package io.botyard.audit.entry;

import io.botyard.contract.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are looked for; absent means any.
 *
 * @param from the earliest {@code at}, inclusive
 * @param to the latest {@code at}, exclusive
 */
public record EntryFilter(
        @Nullable UserId userId,
        @Nullable UserId actorId,
        @Nullable String action,
        @Nullable EntryOutcome outcome,
        @Nullable Instant from,
        @Nullable Instant to) {}
