package io.botyard.worker.store;

import io.botyard.contract.GatewayId;
import io.botyard.contract.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * An event that is committed and has to be told.
 *
 * @param replyTo the gateway where somebody waits for it
 */
public record OutboxEntry(Event event, @Nullable GatewayId replyTo) {}
