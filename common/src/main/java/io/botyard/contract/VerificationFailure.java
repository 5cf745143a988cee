package io.botyard.contract;

/** Why a bot could not be verified. */
public enum VerificationFailure {
    TELEGRAM_UNREACHABLE,
    TOKEN_REJECTED
}
