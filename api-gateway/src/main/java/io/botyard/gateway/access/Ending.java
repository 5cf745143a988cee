package io.botyard.gateway.access;

import io.botyard.contract.ApiKeyId;
import io.botyard.contract.SessionId;
import io.botyard.contract.UserId;

/** From now on somebody may do less. */
public sealed interface Ending {

    /** One session ended. */
    record OfSession(SessionId session) implements Ending {}

    /** One API key was revoked. */
    record OfKey(ApiKeyId key) implements Ending {}

    /** An account's role or status changed, or all it was let in with ended. */
    record OfUser(UserId user) implements Ending {}
}
