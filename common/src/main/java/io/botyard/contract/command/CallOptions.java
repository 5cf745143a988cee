package io.botyard.contract.command;

import io.botyard.contract.OnUnknown;
import io.botyard.contract.Priority;
import java.time.Instant;

/** How a caller wants a call treated; {@code expiresAt} is when it is no longer worth making. */
public record CallOptions(Priority priority, Instant expiresAt, OnUnknown onUnknown) {}
