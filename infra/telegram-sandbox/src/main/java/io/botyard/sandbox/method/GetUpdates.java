package io.botyard.sandbox.method;

import io.botyard.sandbox.bot.Bot;
import io.botyard.sandbox.bot.Poll;
import io.botyard.sandbox.bot.UpdateKinds;
import io.botyard.sandbox.exchange.Json;
import io.botyard.sandbox.exchange.Parameters;
import io.botyard.sandbox.exchange.Reply;
import java.time.Duration;
import tools.jackson.databind.node.ArrayNode;

/** Long polling, with Telegram's three conflicts. */
final class GetUpdates implements Method {

    private static final String ACTIVE =
            "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";

    @Override
    public Reply answer(Bot bot, Parameters parameters) throws InterruptedException {
        if (bot.webhook().isPresent()) {
            return conflict(ACTIVE);
        }
        parameters.structure("allowed_updates").map(UpdateKinds::of).ifPresent(bot::ask);
        int limit = Math.clamp(parameters.number("limit", 100), 1, 100);
        long timeout = Math.clamp(parameters.number("timeout", 0), 0, 50);
        return switch (bot.poll(parameters.number("offset", 0), limit, Duration.ofSeconds(timeout))) {
            case Poll.Updates(var updates) -> {
                ArrayNode list = Json.array();
                updates.forEach(list::add);
                yield Reply.done(list);
            }
            case Poll.WebhookActive() -> conflict(ACTIVE);
            case Poll.TakenOver() ->
                conflict("terminated by other getUpdates request; make sure that only one bot instance is running");
            case Poll.WebhookSet() -> conflict("terminated by setWebhook request");
        };
    }

    private static Reply conflict(String why) {
        return Reply.refused(409, "Conflict: " + why);
    }
}
