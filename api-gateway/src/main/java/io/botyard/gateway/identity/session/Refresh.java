package io.botyard.gateway.identity.session;

import io.botyard.contract.SessionId;
import io.botyard.contract.UserId;

/** What came of a refresh token. */
public sealed interface Refresh {

    /** Here is its successor. */
    record Renewed(Opened opened) implements Refresh {}

    /** It was spent long ago, or its successor was used: somebody else may hold it, so its session ended just now. */
    record Reused(UserId user, SessionId session) implements Refresh {}

    /** Its session ended before. */
    record Over() implements Refresh {}
}
