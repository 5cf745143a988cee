package io.botyard.bench.trail;

import io.botyard.audit.AuditApplication;
import io.botyard.bench.measure.Cost;
import io.botyard.bench.measure.Lap;
import io.botyard.bench.measure.Obedience;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The audit service as it is deployed, but for what it counts with Kafka Streams; started anew for each run. */
public final class IngestionRacer {

    private static final int BETWEEN_LOOKS_MS = 20;

    private IngestionRacer() {}

    /** Takes the service's settings; an order is how many records there are. */
    public static void main(String[] settings) {
        Obedience.until(words -> run(settings, Long.parseLong(words[0])));
    }

    private static Cost run(String[] settings, long records) throws InterruptedException {
        try (var service =
                AuditApplication.application().registerShutdownHook(false).run(settings)) {
            var sql = service.getBean(JdbcClient.class);
            var lap = new Lap();
            var before = awaitMoreThan(0, sql);
            lap.begin();
            awaitMoreThan(records - 1, sql);
            return lap.end(records - before);
        }
    }

    private static long awaitMoreThan(long records, JdbcClient sql) throws InterruptedException {
        while (true) {
            var kept = sql.sql("SELECT coalesce(sum(next), 0) FROM audit.positions")
                    .query(Long.class)
                    .single();
            if (kept > records) {
                return kept;
            }
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MS);
        }
    }
}
