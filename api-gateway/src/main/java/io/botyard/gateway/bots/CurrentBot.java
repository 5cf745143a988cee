package io.botyard.gateway.bots;

import io.botyard.contract.UserId;
import io.botyard.gateway.access.CountedBy;
import io.botyard.gateway.access.ProblemCode;
import io.botyard.gateway.access.Rejection;
import io.botyard.gateway.access.TooFast;
import io.botyard.gateway.bots.store.BotView;
import io.botyard.gateway.bots.store.BotViews;
import io.botyard.gateway.bots.store.RecentBots;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The caller's bot, for answers that need not go through a worker. */
@Component
class CurrentBot {

    private static final Duration AGAIN_IN = Duration.ofSeconds(10);

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
            case ACTIVE, RATE_LIMITED -> withRoom(bot);
            case PENDING -> throw Rejection.of(ProblemCode.BOT_NOT_VERIFIED);
            case ERROR -> throw Rejection.of(ProblemCode.TOKEN_REJECTED);
            case SUSPENDED -> throw Rejection.of(ProblemCode.BOT_SUSPENDED);
        };
    }

    private static BotView withRoom(BotView bot) {
        if (bot.backlogFull()) {
            throw Rejection.tooFast(ProblemCode.BACKLOG_FULL, new TooFast(CountedBy.BOT, AGAIN_IN, List.of()));
        }
        return bot;
    }

    private static BotView present(Optional<BotView> found) {
        return found.orElseThrow(() -> Rejection.of(ProblemCode.NO_BOT));
    }
}
