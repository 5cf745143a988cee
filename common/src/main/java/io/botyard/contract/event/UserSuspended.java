package io.botyard.contract.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A superadmin suspended an account: its sessions and keys ended, its bot is told to stop. */
public record UserSuspended(@JsonUnwrapped AccessHead head) implements AccessEvent {}
