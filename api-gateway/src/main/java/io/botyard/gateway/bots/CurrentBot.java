package io.botyard.gateway.bots;

import io.botyard.contract.UserId;
import io.botyard.gateway.access.ProblemCode;
import io.botyard.gateway.access.Rejection;
import io.botyard.gateway.bots.store.BotView;
import io.botyard.gateway.bots.store.BotViews;
import org.springframework.stereotype.Component;

/** The caller's bot, for answers that need not go through a worker. */
@Component
class CurrentBot {

    private final BotViews views;

    CurrentBot(BotViews views) {
        this.views = views;
    }

    BotView of(UserId user) {
        return views.of(user).orElseThrow(() -> Rejection.of(ProblemCode.NO_BOT));
    }

    /** A bot that takes calls, as far as can be seen from here. */
    BotView callable(UserId user) {
        var bot = of(user);
        return switch (bot.status()) {
            case ACTIVE, RATE_LIMITED -> bot;
            case PENDING -> throw Rejection.of(ProblemCode.BOT_NOT_VERIFIED);
            case ERROR -> throw Rejection.of(ProblemCode.TOKEN_REJECTED);
            case SUSPENDED -> throw Rejection.of(ProblemCode.BOT_SUSPENDED);
        };
    }
}
