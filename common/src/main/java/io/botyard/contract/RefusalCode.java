package io.botyard.contract;

/** Why a command was turned down: the stable codes of the HTTP contract. */
public enum RefusalCode {
    BACKLOG_FULL,
    BOT_ALREADY_EXISTS,
    BOT_NOT_SUSPENDED,
    BOT_NOT_VERIFIED,
    BOT_REMOVED,
    BOT_SUSPENDED,
    BOT_TAKEN,
    LIMIT_ABOVE_CEILING,
    METHOD_RESERVED,
    NO_BOT,
    PRECONDITION_FAILED,
    ROTATION_RUNNING,
    TOKEN_OF_ANOTHER_BOT,
    TOKEN_REJECTED,
    TOO_MANY_REQUESTS
}
