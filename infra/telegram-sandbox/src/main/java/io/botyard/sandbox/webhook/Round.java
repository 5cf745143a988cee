package io.botyard.sandbox.webhook;

import io.botyard.sandbox.bot.Bot;
import io.botyard.sandbox.bot.Webhook;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Carries one bot's updates until none is left or the webhook is taken away. */
final class Round {

    private static final Duration GONE_FOR_GOOD = Duration.ofHours(23);

    private final Bot bot;
    private final Postman postman;
    private final Clock clock;
    private RetryDelay delay = RetryDelay.first();
    private Instant goneSince = Instant.MAX;

    Round(Bot bot, Postman postman, Clock clock) {
        this.bot = bot;
        this.postman = postman;
        this.clock = clock;
    }

    void carry() throws InterruptedException {
        Optional<Webhook> webhook = bot.webhook();
        Optional<JsonNode> update = bot.nextUpdate();
        while (webhook.isPresent() && update.isPresent()) {
            settle(webhook.get(), update.get(), postman.post(webhook.get(), update.get()));
            webhook = bot.webhook();
            update = bot.nextUpdate();
        }
    }

    private void settle(Webhook webhook, JsonNode update, Delivery delivery) throws InterruptedException {
        switch (delivery) {
            case Delivery.Taken() -> {
                bot.delivered(update);
                delay = RetryDelay.first();
                goneSince = Instant.MAX;
            }
            case Delivery.Gone() -> gone(webhook, update);
            case Delivery.Failed(String why, Duration retryAfter) -> failed(webhook, why, retryAfter);
        }
    }

    private void gone(Webhook webhook, JsonNode update) throws InterruptedException {
        Instant now = clock.instant();
        goneSince = goneSince.isBefore(now) ? goneSince : now;
        if (Duration.between(goneSince, now).compareTo(GONE_FOR_GOOD) >= 0) {
            bot.gaveUp(update);
            goneSince = Instant.MAX;
        } else {
            failed(webhook, "Wrong response from the webhook: 410 Gone", Duration.ZERO);
        }
    }

    private void failed(Webhook webhook, String why, Duration retryAfter) throws InterruptedException {
        Instant now = clock.instant();
        bot.deliveryFailed(now, why);
        Instant until = now.plus(delay.atLeast(retryAfter));
        delay = delay.doubled();
        // New updates wait their turn; only a changed webhook ends the pause.
        while (clock.instant().isBefore(until)
                && bot.webhook().filter(webhook::equals).isPresent()) {
            bot.awaitChange(Duration.between(clock.instant(), until).plusMillis(1));
        }
    }
}
