package io.botyard.gateway.bots.store;

import io.botyard.contract.UserId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what worker and audit-service show the gateway of a user's bot. */
@Component
public class BotViews {

    private final JdbcClient jdbc;

    BotViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<BotView> of(UserId user) {
        return jdbc.sql("SELECT " + BotRows.VIEW + " FROM bots.bot_view b WHERE b.user_id = :user")
                .param("user", user.value())
                .query((row, number) -> BotRows.view(row))
                .optional();
    }

    public BotUsage usage(BotView bot) {
        return jdbc.sql("SELECT " + BotRows.USAGE + " FROM audit.usage u WHERE u.user_id = :user AND u.id = :id")
                .param("user", bot.userId().value())
                .param("id", bot.id().value())
                .query((row, number) -> BotRows.usage(row))
                .optional()
                .orElse(BotUsage.NONE);
    }
}
