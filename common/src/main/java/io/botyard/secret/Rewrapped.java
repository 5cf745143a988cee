package io.botyard.secret;

import io.botyard.contract.SealedSecret;

/** What became of one secret that was to be sealed anew. */
public sealed interface Rewrapped {

    /** It is under the newest key. */
    record Done(SealedSecret sealed) implements Rewrapped {}

    /** It does not open for its owner, now or later. */
    record Unreadable(String reason) implements Rewrapped {}

    /** It may open later, such as when a key that is not known here yet is. */
    record NotNow(String reason) implements Rewrapped {}
}
