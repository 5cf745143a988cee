package io.botyard.sandbox.method;

import io.botyard.sandbox.bot.Bot;
import io.botyard.sandbox.bot.UpdateKinds;
import io.botyard.sandbox.bot.Webhook;
import io.botyard.sandbox.exchange.Json;
import io.botyard.sandbox.exchange.Parameters;
import io.botyard.sandbox.exchange.Reply;
import io.botyard.sandbox.webhook.Deliveries;
import java.util.Optional;

/** Sends the bot's updates to an address from now on; an empty address ends that. */
final class SetWebhook implements Method {

    private final Deliveries deliveries;

    SetWebhook(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public Reply answer(Bot bot, Parameters parameters) {
        if (parameters.text("url").isBlank()) {
            return new DeleteWebhook().answer(bot, parameters);
        }
        return switch (WebhookForm.read(parameters)) {
            case WebhookForm.Filled(Webhook webhook) -> set(bot, webhook, parameters);
            case WebhookForm.Flawed(String why) -> Reply.badRequest(why);
        };
    }

    private Reply set(Bot bot, Webhook webhook, Parameters parameters) {
        if (parameters.flag("drop_pending_updates")) {
            bot.dropUpdates();
        }
        Optional<UpdateKinds> asked = parameters.structure("allowed_updates").map(UpdateKinds::of);
        boolean same = bot.webhook().filter(webhook::equals).isPresent()
                && asked.map(bot.kinds()::equals).orElse(true);
        if (!same) {
            bot.setWebhook(webhook, asked.orElse(bot.kinds()));
        }
        deliveries.wake(bot);
        return new Reply.Done(Json.bool(true), same ? "Webhook is already set" : "Webhook was set");
    }
}
