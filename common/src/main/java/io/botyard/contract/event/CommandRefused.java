package io.botyard.contract.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.botyard.contract.Refusal;

/** A control command was turned down by a rule. */
public record CommandRefused(@JsonUnwrapped EventHead head, String command, Refusal refusal) implements BotEvent {}
