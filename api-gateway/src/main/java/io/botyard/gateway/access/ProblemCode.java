package io.botyard.gateway.access;

import java.util.Locale;

/** The one table of what can go wrong: stable codes, their status, and what the page about them says. */
public enum ProblemCode {
    MALFORMED_REQUEST(400, "The request is malformed", "It could not be read as HTTP with the expected body."),
    MALFORMED_JSON(400, "The body is not JSON", "The body is empty, is not well-formed JSON, or names a key twice."),
    UNAUTHENTICATED(401, "You are not logged in", "Send Authorization: Bearer with a token from POST /api/auth/login."),
    WRONG_CREDENTIALS(401, "E-mail or password is wrong", "There is no account with this e-mail and password."),
    REFRESH_TOKEN_INVALID(401, "The refresh token is not good", "It was used, ended or ran out. Log in again."),
    ACCOUNT_SUSPENDED(403, "The account is suspended", "A superadmin stopped it; only a superadmin can activate it."),
    BAD_ORIGIN(
            403,
            "The request comes from elsewhere",
            "Calls with the refresh cookie need our own Origin and a JSON body."),
    FORBIDDEN(403, "You may not do this", "Your role does not allow this call."),
    METHOD_RESERVED(
            403, "Botyard keeps this method for itself", "It would take the bot away from Botyard, or return a token."),
    REGISTRATION_CLOSED(403, "Registration is closed", "The operator of this Botyard makes the accounts."),
    SCOPE_MISSING(403, "The key may not do this", "Use an API key that has the scope this call asks for."),
    SESSION_REQUIRED(403, "An API key may not do this", "Log in and use the access token instead of an API key."),
    NOT_FOUND(404, "There is no such thing", "It does not exist, or it is not yours."),
    NO_BOT(404, "You have no bot", "Register one with POST /api/user-bot/create."),
    METHOD_NOT_ALLOWED(405, "The method is not allowed here", "The Allow header lists what is."),
    NOT_ACCEPTABLE(406, "No such representation", "Answers are JSON: send Accept: application/json."),
    BOT_ALREADY_EXISTS(409, "You already have a bot", "Each user has one bot. Remove it to register another."),
    API_KEY_LIMIT(409, "You have as many API keys as there may be", "Revoke one to make another."),
    BOT_NOT_SUSPENDED(409, "The bot is not suspended", "There is nothing to activate."),
    BOT_NOT_VERIFIED(409, "The bot is not verified", "Verify it with POST /api/user-bot/verify, then call again."),
    BOT_REMOVED(409, "The bot was removed", "The call was meant for a bot that has been removed since."),
    BOT_SUSPENDED(409, "The bot is suspended", "An admin stopped it; only an admin can activate it again."),
    BOT_TAKEN(409, "The bot belongs to another user", "Another user has verified this bot with a token that works."),
    EMAIL_TAKEN(409, "The e-mail is taken", "There is an account with this e-mail address."),
    LAST_SUPERADMIN(409, "This is the last superadmin", "Make another superadmin first."),
    OWN_ACCOUNT(409, "This is your own account", "Ask another superadmin to change it."),
    ROTATION_RUNNING(
            409, "A rotation of the keys is running", "GET /api/admin/keys tells how far it is; wait for its end."),
    TOKEN_REJECTED(409, "Telegram rejected the token", "The bot's token was revoked. Verify it again with a good one."),
    USERNAME_TAKEN(409, "The username is taken", "There is an account with this username."),
    PRECONDITION_FAILED(412, "It has changed since you read it", "Read it again, and send its new ETag in If-Match."),
    BODY_TOO_LARGE(413, "The body is too large", "A body may hold 1 MiB; send larger files by file_id or URL."),
    UNSUPPORTED_MEDIA_TYPE(415, "The content type is not supported", "Send Content-Type: application/json."),
    VALIDATION_FAILED(422, "The request is not valid", "The errors list says which fields, and why."),
    IDEMPOTENCY_KEY_REUSED(
            422, "The idempotency key was used for another request", "Send a new key with a new request."),
    LIMIT_ABOVE_CEILING(422, "The limit is above the admin's", "An admin set a ceiling: stay at or below it."),
    RESET_TOKEN_INVALID(422, "The reset token is not good", "It was used or ran out. Ask for another."),
    TOKEN_OF_ANOTHER_BOT(
            422, "The token is another bot's", "Bring a token of the same bot, or remove the bot and create another."),
    BACKLOG_FULL(429, "Too many calls wait for this bot", "Try again after Retry-After."),
    TOO_MANY_REQUESTS(429, "You are too fast", "Try again after Retry-After."),
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
