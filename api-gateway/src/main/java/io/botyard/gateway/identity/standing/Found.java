package io.botyard.gateway.identity.standing;

import io.botyard.gateway.access.Standing;

/** What Postgres knows of a credential. */
sealed interface Found {

    record Good(Standing standing) implements Found {}

    /** It is its user's, who was suspended. */
    record Suspended() implements Found {}

    /** It never was, or it ended or ran out. */
    record Nothing() implements Found {}
}
