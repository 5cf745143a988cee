package io.botyard.sandbox.method;

import io.botyard.sandbox.bot.Bot;
import io.botyard.sandbox.exchange.Json;
import io.botyard.sandbox.exchange.Parameters;
import io.botyard.sandbox.exchange.Reply;

/** Takes the webhook away. */
final class DeleteWebhook implements Method {

    @Override
    public Reply answer(Bot bot, Parameters parameters) {
        if (parameters.flag("drop_pending_updates")) {
            bot.dropUpdates();
        }
        if (bot.webhook().isEmpty()) {
            return new Reply.Done(Json.bool(true), "Webhook is already deleted");
        }
        bot.deleteWebhook();
        return new Reply.Done(Json.bool(true), "Webhook was deleted");
    }
}
