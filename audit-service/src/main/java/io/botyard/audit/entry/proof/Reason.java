package io.botyard.audit.entry.proof;

/** What is wrong with the first bad entry of a chain. */
public enum Reason {
    /** It is not what was recorded in its place. */
    CHANGED,
    /** It was recorded and is gone, with others behind it still there; or the whole chain is gone. */
    MISSING,
    /** It was not recorded there. */
    INSERTED,
    /** What was recorded there stands in another place. */
    REORDERED,
    /** It and all behind it are gone. */
    TAIL_CUT,
    /** From it on the chain was made anew: it holds together, and is not the one that was signed. */
    REPLACED,
    /** It and all behind it are not there yet: the database has read less than was signed, so an older one was put back. */
    OLDER,
    /** It is in the database alone: others that were recorded after it are signed, and it never was. */
    NEVER_SIGNED
}
