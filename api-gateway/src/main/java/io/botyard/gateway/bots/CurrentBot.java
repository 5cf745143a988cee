package io.botyard.gateway.bots;

import io.botyard.contract.UserId;
import io.botyard.gateway.access.ProblemCode;
import io.botyard.gateway.access.Rejection;
import io.botyard.gateway.bots.store.BotView;
import io.botyard.gateway.bots.store.BotViews;
import io.botyard.gateway.bots.store.RecentBots;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The caller's bot, for answers that need not go through a worker. */
@Component
class CurrentBot {

    private final BotViews views;
    private final RecentBots recent;

    CurrentBot(BotViews views, RecentBots recent) {
        this.views = views;
        this.recent = recent;
    }

    BotView of(UserId user) {
        return present(views.of(user));
    }

    /** A bot that takes calls, as far as can be seen from here. */
    BotView callable(UserId user) {
        var bot = present(recent.of(user));
        return switch (bot.status()) {
            case ACTIVE, RATE_LIMITED -> bot;
            case PENDING -> throw Rejection.of(ProblemCode.BOT_NOT_VERIFIED);
            case ERROR -> throw Rejection.of(ProblemCode.TOKEN_REJECTED);
            case SUSPENDED -> throw Rejection.of(ProblemCode.BOT_SUSPENDED);
        };
    }

    private static BotView present(Optional<BotView> found) {
        return found.orElseThrow(() -> Rejection.of(ProblemCode.NO_BOT));
    }
}
