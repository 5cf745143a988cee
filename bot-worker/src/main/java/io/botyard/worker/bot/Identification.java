package io.botyard.worker.bot;

import io.botyard.contract.BotProfile;

/** What Telegram says of a token. */
public sealed interface Identification {

    /** A token that it knows, and what follows from that token. */
    record Known(BotProfile profile, WebhookSecret webhookSecret) implements Identification {}

    record Rejected() implements Identification {}

    /** It could not be asked: the token does not open. */
    record Unreadable() implements Identification {}

    record Unreachable(String reason) implements Identification {}
}
