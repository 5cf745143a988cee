package io.botyard.worker.store;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** Forgets what nobody can bring back: what is older than topics keep commands, or than gateways keep keys. */
@Repository
class Retention {

    /** A day longer than {@code bot.commands} keeps a command. */
    private static final Duration KEPT = Duration.ofDays(8);

    /** An hour longer than gateways keep an idempotency key. */
    private static final Duration KEPT_OF_KEYS = Duration.ofHours(25);

    /** A worker has another name at each start, so the rows of those that died are nobody's. */
    private static final Duration KEPT_OF_WORKERS = Duration.ofDays(1);

    private final JdbcClient sql;

    Retention(JdbcClient sql) {
        this.sql = sql;
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
    void forget() {
        forget("bots.processed_command where at", KEPT);
        forget("bots.outbox where published_at", KEPT);
        forget("bots.keyed_call where at", KEPT_OF_KEYS);
        forget("bots.worker_report where seen_at", KEPT_OF_WORKERS);
    }

    private void forget(String what, Duration kept) {
        sql.sql("delete from " + what + " < clock_timestamp() - make_interval(secs => ?)")
                .param(kept.toSeconds())
                .update();
    }
}
