package io.botyard.contract.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.botyard.contract.SessionId;

/** A session ended because its user said so, there or from another session. */
public record UserLoggedOut(@JsonUnwrapped AccessHead head, SessionId session) implements AccessEvent {}
