package io.botyard.contract.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A superadmin deleted an account: e-mail and name are gone, id and trail stay. */
public record UserDeleted(@JsonUnwrapped AccessHead head) implements AccessEvent {}
