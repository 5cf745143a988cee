package io.botyard.gateway.admin;

import io.botyard.contract.UserId;
import io.botyard.gateway.access.ProblemCode;
import io.botyard.gateway.access.Rejection;
import io.botyard.gateway.bots.store.BotCatalogue;
import io.botyard.gateway.bots.store.BotView;
import io.botyard.gateway.bots.store.BotViews;
import org.springframework.stereotype.Component;

/** The user an admin's path names. Paths name users, never rows of bots. */
@Component
final class Subjects {

    private final BotCatalogue catalogue;
    private final BotViews views;

    Subjects(BotCatalogue catalogue, BotViews views) {
        this.catalogue = catalogue;
        this.views = views;
    }

    UserId user(long id) {
        if (id <= 0 || !catalogue.knows(new UserId(id))) {
            throw Rejection.of(ProblemCode.NOT_FOUND, "There is no such user.");
        }
        return new UserId(id);
    }

    BotView bot(UserId user) {
        return views.of(user).orElseThrow(() -> Rejection.of(ProblemCode.NOT_FOUND, "The user has no bot."));
    }
}
