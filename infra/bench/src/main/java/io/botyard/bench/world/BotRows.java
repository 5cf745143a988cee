package io.botyard.bench.world;

import io.botyard.contract.SealedSecret;
import io.botyard.embedded.postgres.DatabaseLayout;
import io.botyard.testkit.TestDatabase;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;

/** Verified bots that are there before anybody asks for them: one for each user, whose row has the user's number. */
public final class BotRows {

    private static final int BATCH = 1000;
    private static final String INSERT =
            "insert into bots.bot (id, user_id, bot_id, bot_username, token, status, is_verified,"
                    + " max_requests_per_second, max_concurrent_requests, version, created_at, updated_at)"
                    + " values (?, ?, ?, 'bench_bot', ?, 'active', true, 100, ?, 1, now(), now())";

    private final TestDatabase database;

    public BotRows(TestDatabase database) {
        this.database = database;
    }

    /** A service's schema, as it makes it at its start. */
    public void migrate(String schema) {
        var _ = Flyway.configure()
                .dataSource(
                        database.url(),
                        DatabaseLayout.MIGRATOR,
                        database.passwords().migrator())
                .schemas(schema)
                .defaultSchema(schema)
                .createSchemas(false)
                .locations("classpath:db/" + schema)
                .load()
                .migrate();
    }

    /** Telegram's id of a user's bot. */
    public static long botId(long user) {
        return 1_000_000 + user;
    }

    /**
     * Each with the most requests a second that there are.
     *
     * @param tokens by user
     */
    public void add(Map<Long, SealedSecret> tokens, int maxConcurrentRequests) throws SQLException {
        try (var connection = database.connect();
                var insert = connection.prepareStatement(INSERT)) {
            var waiting = 0;
            for (var token : tokens.entrySet()) {
                insert.setLong(1, token.getKey());
                insert.setLong(2, token.getKey());
                insert.setLong(3, botId(token.getKey()));
                insert.setString(4, token.getValue().value());
                insert.setInt(5, maxConcurrentRequests);
                insert.addBatch();
                if (++waiting % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }
}
