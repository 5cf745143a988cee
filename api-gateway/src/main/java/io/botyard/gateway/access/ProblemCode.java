package io.botyard.gateway.access;

import java.util.Locale;

/** The one table of what can go wrong: stable codes, their status, and what the page about them says. */
public enum ProblemCode {
    MALFORMED_REQUEST(400, "The request is malformed", "It could not be read as HTTP with the expected body."),
    MALFORMED_JSON(400, "The body is not JSON", "The body is empty, is not well-formed JSON, or names a key twice."),
    UNAUTHENTICATED(401, "You are not logged in", "Send Authorization: Bearer with a token from POST /api/auth/login."),
    WRONG_CREDENTIALS(401, "E-mail or password is wrong", "There is no account with this e-mail and password."),
    FORBIDDEN(403, "You may not do this", "Your role does not allow this call."),
    METHOD_RESERVED(
            403, "Botyard keeps this method for itself", "It would take the bot away from Botyard, or return a token."),
    NOT_FOUND(404, "There is no such thing", "It does not exist, or it is not yours."),
    NO_BOT(404, "You have no bot", "Register one with POST /api/user-bot/create."),
    METHOD_NOT_ALLOWED(405, "The method is not allowed here", "The Allow header lists what is."),
    NOT_ACCEPTABLE(406, "No such representation", "Answers are JSON: send Accept: application/json."),
    BOT_ALREADY_EXISTS(409, "You already have a bot", "Each user has one bot. Remove it to register another."),
    BOT_NOT_VERIFIED(409, "The bot is not verified", "Verify it with POST /api/user-bot/verify, then call again."),
    BOT_REMOVED(409, "The bot was removed", "The call was meant for a bot that has been removed since."),
    BOT_SUSPENDED(409, "The bot is suspended", "An admin stopped it; only an admin can activate it again."),
    BOT_TAKEN(409, "The bot belongs to another user", "Another user has verified this bot with a token that works."),
    EMAIL_TAKEN(409, "The e-mail is taken", "There is an account with this e-mail address."),
    TOKEN_REJECTED(409, "Telegram rejected the token", "The bot's token was revoked. Verify it again with a good one."),
    USERNAME_TAKEN(409, "The username is taken", "There is an account with this username."),
    BODY_TOO_LARGE(413, "The body is too large", "A body may hold 1 MiB; send larger files by file_id or URL."),
    UNSUPPORTED_MEDIA_TYPE(415, "The content type is not supported", "Send Content-Type: application/json."),
    VALIDATION_FAILED(422, "The request is not valid", "The errors list says which fields, and why."),
    INTERNAL_ERROR(500, "Botyard failed", "This is a fault of ours. Tell us the request_id."),
    ACCEPT_UNKNOWN(
            503,
            "It is not known whether this was accepted",
            "Kafka did not answer in time. Look at the operation before you send it again."),
    BUSY(503, "Botyard is busy", "Too many ask for this at once. Try again after Retry-After."),
    PART_AWAY(503, "A part of Botyard is away", "Nothing was changed. Try again after Retry-After.");

    private final int status;
    private final String title;
    private final String meaning;

    ProblemCode(int status, String title, String meaning) {
        this.status = status;
        this.title = title;
        this.meaning = meaning;
    }

    /** As clients see it, such as {@code bot_already_exists}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** What it means and what to do about it, for any request it happens to. */
    public String meaning() {
        return meaning;
    }
}
