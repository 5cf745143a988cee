package io.botyard.gateway.admin;

import io.botyard.contract.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A part of the trail, newest first, as audit-service words it and clients find it described.
 *
 * @param nextCursor where the next part begins; null when this was the last
 */
record TrailPage(List<Item> items, @Nullable String nextCursor) {

    /** An entry of a trail. */
    @Schema(name = "TrailEntry")
    record Item(
            long seq,
            Instant at,
            Who actor,
            String action,
            long userId,
            Outcome outcome,
            @Schema(types = {"object"}) JsonNode details,
            String requestId,
            String hash) {}

    /** Who did it. */
    @Schema(name = "TrailActor")
    record Who(
            long id,
            Role role,
            @Nullable String ip,
            @Nullable String userAgent) {}

    /** How it ended. */
    enum Outcome {
        OK,
        REFUSED,
        FAILED,
        DENIED
    }
}
