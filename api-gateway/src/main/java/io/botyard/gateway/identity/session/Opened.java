package io.botyard.gateway.identity.session;

import io.botyard.contract.SessionId;
import io.botyard.contract.UserId;

/** A session and the token that refreshes it next. */
public record Opened(UserId user, SessionId session, RefreshToken token, boolean remember) {}
