package io.botyard.worker.store;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** Forgets what no topic can bring back: processed commands and published events older than their topics keep. */
@Repository
class Retention {

    /** A day longer than {@code bot.commands} keeps a command. */
    private static final Duration KEPT = Duration.ofDays(8);

    private final JdbcClient sql;

    Retention(JdbcClient sql) {
        this.sql = sql;
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
    void forget() {
        sql.sql("delete from bots.processed_command where at < clock_timestamp() - make_interval(secs => ?)")
                .param(KEPT.toSeconds())
                .update();
        sql.sql("delete from bots.outbox where published_at < clock_timestamp() - make_interval(secs => ?)")
                .param(KEPT.toSeconds())
                .update();
    }
}
