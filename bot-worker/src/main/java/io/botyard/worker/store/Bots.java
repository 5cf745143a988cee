package io.botyard.worker.store;

import io.botyard.contract.BotId;
import io.botyard.contract.BotRowId;
import io.botyard.contract.UserId;
import io.botyard.worker.bot.Bot;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The bots: Postgres is their source of truth. */
@Repository
public class Bots {

    private final JdbcAggregateTemplate rows;
    private final JdbcClient sql;
    private final KeyVersions versions;

    Bots(JdbcAggregateTemplate rows, JdbcClient sql, KeyVersions versions) {
        this.rows = rows;
        this.sql = sql;
        this.versions = versions;
    }

    /** Whether another user's verified bot is this bot of Telegram's, or was when an admin suspended it. */
    public boolean claimedByAnother(BotId bot, UserId user) {
        return sql.sql("""
                        select exists (select 1 from bots.bot where bot_id = :bot and is_verified and user_id <> :user)
                            or exists (select 1 from bots.standing where claimed_bot_id = :bot and user_id <> :user)""")
                .param("bot", bot.value())
                .param("user", user.value())
                .query(Boolean.class)
                .single();
    }

    /** Other users whose verified bot is this bot of Telegram's, each with its row. */
    public Map<UserId, BotRowId> holders(BotId bot, UserId user) {
        return sql
                .sql("select user_id, id from bots.bot where bot_id = ? and is_verified and user_id <> ?")
                .params(bot.value(), user.value())
                .query((row, _) -> Map.entry(new UserId(row.getLong("user_id")), new BotRowId(row.getLong("id"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** An id no bot has had. */
    public BotRowId nextId() {
        return new BotRowId(
                sql.sql("select nextval('bots.bot_ids')").query(Long.class).single());
    }

    void add(Bot bot) {
        rows.insert(BotRow.of(bot, versions));
    }

    void replace(Bot bot) {
        rows.update(BotRow.of(bot, versions));
    }

    void remove(Bot bot) {
        rows.deleteById(bot.id().value(), BotRow.class);
    }
}
