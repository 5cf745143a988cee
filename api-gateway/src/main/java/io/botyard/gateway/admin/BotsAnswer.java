package io.botyard.gateway.admin;

import io.botyard.gateway.bots.StatusAnswer;
import io.botyard.gateway.bots.store.BotSearch;
import io.botyard.gateway.bots.store.FoundBots;
import java.util.List;

/** A page of bots, newest first. */
record BotsAnswer(long total, int page, int pageSize, List<StatusAnswer> bots) {

    static BotsAnswer of(BotSearch search, FoundBots found) {
        return new BotsAnswer(
                found.total(),
                search.page(),
                search.pageSize(),
                found.bots().stream()
                        .map(each -> StatusAnswer.of(each.bot(), each.usage()))
                        .toList());
    }
}
