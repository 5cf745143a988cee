package io.botyard.worker.store;

import io.botyard.contract.GatewayId;
import io.botyard.contract.event.BotEvent;
import org.jspecify.annotations.Nullable;

/**
 * An event that is committed and has to be told.
 *
 * @param replyTo the gateway where somebody waits for it
 */
public record OutboxEntry(BotEvent event, @Nullable GatewayId replyTo) {}
