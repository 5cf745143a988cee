package io.botyard.contract.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * Wrong password, or no such account.
 *
 * @param email the attempted address as a keyed hash, never in clear
 */
public record LoginFailed(@JsonUnwrapped AccessHead head, String email) implements AccessEvent {}
