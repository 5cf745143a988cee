package io.botyard.contract.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.botyard.contract.BotRowId;
import io.botyard.contract.BotStatus;
import io.botyard.contract.VerificationFailure;

/** A verification that ended without a verified bot; a rejected token moves the bot to {@code error}. */
public record BotVerificationFailed(
        @JsonUnwrapped EventHead head, BotRowId id, BotStatus status, VerificationFailure reason, String message)
        implements BotEvent {}
