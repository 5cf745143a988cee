package io.botyard.audit.entry.proof;

import io.botyard.contract.event.HeadsSigned;

/** What is to become of the old part of a chain. */
public sealed interface OldPart {
    /** It is as it was signed, and may be dropped up to this end. */
    record MayGo(HeadsSigned.End end) implements OldPart {}

    /**
     * It may not.
     *
     * @param seq the first entry that is in the way
     */
    record Stays(long userId, long seq, Why why) implements OldPart {}

    /** Why it may not. */
    enum Why {
        /** It is not, or not all there, as it was signed: dropping it would take the proof away. */
        NOT_AS_SIGNED,
        /** It was signed too lately, or never: the database alone says that it is old. */
        SIGNED_LATER,
        /** It is said to have been recorded later than what comes behind it, and would be left over. */
        RECORDED_LATER
    }
}
