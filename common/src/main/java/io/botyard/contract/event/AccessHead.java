package io.botyard.contract.event;

import io.botyard.contract.Actor;
import io.botyard.contract.EventId;
import io.botyard.contract.UserId;
import java.time.Instant;

/**
 * What every access record says of itself.
 *
 * @param userId whom it concerns; the actor where it concerns nobody else; {@code 0} without either
 */
public record AccessHead(EventId eventId, UserId userId, Instant at, Actor actor, String requestId) {}
