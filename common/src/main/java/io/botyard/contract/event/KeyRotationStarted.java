package io.botyard.contract.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * There is to be a new key, and everything is to be sealed anew under it.
 *
 * @param keyVersion of the new key
 */
public record KeyRotationStarted(@JsonUnwrapped EventHead head, int keyVersion) implements BotEvent {}
