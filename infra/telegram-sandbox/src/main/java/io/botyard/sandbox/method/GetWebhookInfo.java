package io.botyard.sandbox.method;

import io.botyard.sandbox.bot.Bot;
import io.botyard.sandbox.exchange.Json;
import io.botyard.sandbox.exchange.Parameters;
import io.botyard.sandbox.exchange.Reply;
import tools.jackson.databind.node.ObjectNode;

/** How the bot's webhook does. Named by Telegram. */
final class GetWebhookInfo implements Method {

    @Override
    public Reply answer(Bot bot, Parameters parameters) {
        ObjectNode shown = Json.object()
                .put("url", bot.webhook().map(hook -> hook.url().toString()).orElse(""))
                .put(
                        "has_custom_certificate",
                        bot.webhook().filter(hook -> hook.ownCertificate()).isPresent())
                .put("pending_update_count", bot.pendingUpdates());
        bot.webhook().ifPresent(hook -> shown.put("max_connections", hook.maxConnections()));
        bot.lastError()
                .ifPresent(error -> shown.put("last_error_date", error.at().getEpochSecond())
                        .put("last_error_message", error.message()));
        if (!bot.kinds().named().isEmpty()) {
            shown.set("allowed_updates", bot.kinds().write());
        }
        return Reply.done(shown);
    }
}
