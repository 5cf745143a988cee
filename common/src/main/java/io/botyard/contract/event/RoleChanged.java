package io.botyard.contract.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.botyard.contract.Role;

/** A superadmin changed what a user may do. */
public record RoleChanged(@JsonUnwrapped AccessHead head, Role before, Role after) implements AccessEvent {}
