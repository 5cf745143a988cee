package io.botyard.gateway.bots.store;

import io.botyard.contract.BotStatus;
import io.botyard.contract.UserId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All bots, for admins: by whose they are, and which worker acts for them. */
@Component
public class BotCatalogue {

    private static final String SOUGHT = " FROM bots.bot_view b"
            + " LEFT JOIN identity.users owner ON owner.id = b.user_id"
            + " LEFT JOIN audit.usage u ON u.user_id = b.user_id AND u.id = b.id"
            + " WHERE (CAST(:status AS text) IS NULL OR b.status = :status)"
            + " AND (CAST(:text AS text) IS NULL OR CAST(b.bot_id AS text) = :text OR CAST(b.user_id AS text) = :text"
            + " OR b.bot_username ILIKE :part OR owner.email ILIKE :part OR owner.username ILIKE :part)";

    private final JdbcClient jdbc;

    BotCatalogue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first. */
    public FoundBots find(BotSearch search) {
        var sought = sought(search);
        var total = jdbc.sql("SELECT count(*)" + SOUGHT)
                .params(sought)
                .query(Long.class)
                .single();
        var bots = jdbc.sql("SELECT " + BotRows.VIEW + ", " + BotRows.USAGE + SOUGHT
                        + " ORDER BY b.created_at DESC, b.id DESC LIMIT :most OFFSET :passed")
                .params(sought)
                .param("most", search.pageSize())
                .param("passed", (search.page() - 1L) * search.pageSize())
                .query((row, number) -> new FoundBots.Found(BotRows.view(row), BotRows.usage(row)))
                .list();
        return new FoundBots(total, bots);
    }

    /** Whether there is, or was, such a user. */
    public boolean knows(UserId user) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM identity.users WHERE id = :user)")
                .param("user", user.value())
                .query(Boolean.class)
                .single();
    }

    /** The worker that acts for a partition now; none while it changes hands. */
    public Optional<String> worker(int partition) {
        return jdbc.sql("SELECT holder FROM bots.ownership_view WHERE partition = :partition AND lease_until > now()")
                .param("partition", partition)
                .query(String.class)
                .optional();
    }

    private static Map<String, @Nullable Object> sought(BotSearch search) {
        var sought = new HashMap<String, @Nullable Object>();
        sought.put("status", search.status().map(BotCatalogue::word).orElse(null));
        sought.put("text", search.text().orElse(null));
        sought.put("part", search.text().map(BotCatalogue::part).orElse(null));
        return sought;
    }

    private static String word(BotStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    /** A pattern that finds this text anywhere, and means nothing else by it. */
    private static String part(String text) {
        return "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
