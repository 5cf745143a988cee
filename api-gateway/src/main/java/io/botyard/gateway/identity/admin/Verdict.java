package io.botyard.gateway.identity.admin;

import io.botyard.gateway.access.ProblemCode;

/** How an act on an account ended. */
sealed interface Verdict {

    /** The account is now like this; the last it was when it is gone. */
    record Done(StoredUser user) implements Verdict {}

    /** A rule is against it, and nothing has changed. */
    record Refused(ProblemCode why) implements Verdict {}
}
