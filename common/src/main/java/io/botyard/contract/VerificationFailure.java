package io.botyard.contract;

/** Why a bot could not be verified. */
public enum VerificationFailure {
    TELEGRAM_UNREACHABLE,
    TOKEN_REJECTED,
    /** What is kept of the token does not open, so Telegram was not asked. */
    TOKEN_UNREADABLE
}
