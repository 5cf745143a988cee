package io.botyard.standin;

/** What is wrong with a server. */
public enum Fault {
    NONE,
    /** Nobody has unsealed it. */
    SEALED,
    /** It sends whoever asks to the active server. */
    STANDBY,
    /** A quota is used up. */
    RATE_LIMITED,
    /** The connection ends in the middle of an answer. */
    HALF,
    /** An answer begins and does not end. */
    STALLED,
    /** Nothing is answered. */
    SILENT,
    /** An answer that is longer than anybody can want. */
    LONG,
    /** A proxy answers in its place. */
    PROXY,
    /** JSON, and nothing in it. */
    EMPTY
}
