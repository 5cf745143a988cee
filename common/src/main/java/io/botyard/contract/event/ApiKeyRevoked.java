package io.botyard.contract.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.botyard.contract.ApiKeyId;

/** A user took an API key back. */
public record ApiKeyRevoked(@JsonUnwrapped AccessHead head, ApiKeyId key) implements AccessEvent {}
