package io.botyard.contract.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * Nothing is sealed under the keys before the one that a rotation brought, and they open nothing any more.
 *
 * @param keyVersion of the oldest key that still opens
 */
public record KeysRetired(@JsonUnwrapped EventHead head, int keyVersion) implements BotEvent {}
