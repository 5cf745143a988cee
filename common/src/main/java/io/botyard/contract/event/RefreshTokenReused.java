package io.botyard.contract.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.botyard.contract.SessionId;

/** A spent refresh token came back: somebody else may hold it, so its session ended. */
public record RefreshTokenReused(@JsonUnwrapped AccessHead head, SessionId session) implements AccessEvent {}
