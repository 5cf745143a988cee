package io.botyard.gateway.identity.apikey;

import io.botyard.contract.Scope;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A key to be made. */
record NewApiKey(String name, Set<Scope> scopes, @Nullable Instant expiresAt) {}
