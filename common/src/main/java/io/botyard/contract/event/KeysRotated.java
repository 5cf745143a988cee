package io.botyard.contract.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * Every bot's secrets are sealed under the new key, except those that do not open.
 *
 * @param keyVersion of the new key
 * @param rows bots whose secrets were sealed anew
 * @param unreadable bots whose secrets do not open, and so are as they were
 */
public record KeysRotated(@JsonUnwrapped EventHead head, int keyVersion, long rows, long unreadable)
        implements BotEvent {}
