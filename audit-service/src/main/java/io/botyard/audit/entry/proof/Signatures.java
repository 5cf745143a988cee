package io.botyard.audit.entry.proof;

import io.botyard.contract.event.HeadsSigned;

/** Tells whether a seal was signed by this deployment. */
public interface Signatures {
    Verdict of(HeadsSigned seal);

    /** What a signature is worth. */
    enum Verdict {
        GOOD,
        FORGED,
        /** The key that it names is none of those that are known here. */
        UNKNOWN_KEY
    }
}
