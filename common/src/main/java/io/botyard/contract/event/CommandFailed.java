package io.botyard.contract.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A control command that Botyard itself could not carry out; it is in the dead-letter topic. */
public record CommandFailed(@JsonUnwrapped EventHead head, String command, String code, String message)
        implements BotEvent {}
