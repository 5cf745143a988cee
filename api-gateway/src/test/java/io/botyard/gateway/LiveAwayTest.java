package io.botyard.gateway;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.contract.wire.Topic;
import io.botyard.gateway.testing.LiveClient;
import io.botyard.gateway.testing.News;
import io.botyard.gateway.testing.Replaced;
import io.botyard.gateway.testing.World;
import io.botyard.testkit.TestBroker;
import io.botyard.testkit.TestDatabase;
import io.botyard.testkit.TopicWriter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** While a part is away nobody hears what they perhaps may not hear, and nothing is promised that is not kept. */
@Tag("faults")
class LiveAwayTest {

    @Test
    void withoutPostgresNobodyComesInAndNobodyStays() {
        var database = TestDatabase.freshOnItsOwnServer();
        var world = new World(TestBroker.shared(), database, Map.of(), Replaced.nothing());
        try (world) {
            var tenant = world.tenant();
            var token = world.token(tenant.email());
            try (var live = LiveClient.ready(world.gateway, world.token(tenant.email()))) {
                database.stopServer();
                live.awaitClose(1013);
            }
            try (var live = LiveClient.open(world.gateway).says(LiveClient.auth(token))) {
                live.awaitClose(1013);
                assertThat(live.frames()).isEmpty();
            }
            database.startServer();
            await().atMost(30, SECONDS)
                    .ignoreExceptions()
                    .until(() -> world.gateway
                                    .client()
                                    .bearing(token)
                                    .get("/api/auth/me")
                                    .status()
                            == 200);
            LiveClient.ready(world.gateway, token).close();
        }
    }

    @Test
    void whilePostgresTakesItsTimeFramesWait() throws SQLException {
        var ahead = new AtomicLong();
        var world = new World(
                TestBroker.shared(),
                TestDatabase.fresh(),
                Map.of(),
                Replaced.nothing().ticker(() -> System.nanoTime() + ahead.get()));
        var tenant = world.tenant();
        try (world;
                var worker = TopicWriter.to(world.broker.connection());
                var live = LiveClient.ready(world.gateway, world.token(tenant.email()));
                var slow = world.database.connect()) {
            slow.setAutoCommit(false);
            slow.createStatement().execute("LOCK TABLE identity.sessions IN ACCESS EXCLUSIVE MODE");
            await().atMost(10, SECONDS)
                    .until(() -> world.schemas.count("SELECT count(*) FROM pg_locks WHERE NOT granted") > 0);
            ahead.addAndGet(Duration.ofSeconds(1).toNanos());
            await().during(Duration.ofMillis(300)).until(() -> live.closeCode() == 0);
            worker.send(Topic.BOT_EVENTS, News.verified(tenant.id(), tenant.id() + 1000, 1));
            await().during(Duration.ofSeconds(1))
                    .atMost(3, SECONDS)
                    .until(() -> live.about("bot", tenant.id()).isEmpty());
            slow.rollback();
            await().atMost(10, SECONDS)
                    .untilAsserted(
                            () -> assertThat(live.about("bot", tenant.id())).hasSize(1));

            slow.createStatement().execute("LOCK TABLE identity.sessions IN ACCESS EXCLUSIVE MODE");
            ahead.addAndGet(Duration.ofSeconds(6).toNanos());
            live.awaitClose(1013);
        }
    }

    @Test
    void kafkaAwayIsWaitedForAndNothingThatFollowsIsMissed() {
        var broker = TestBroker.fresh();
        var world = new World(broker, Map.of());
        var tenant = world.tenant();
        try (world;
                var live = LiveClient.ready(world.gateway, world.token(tenant.email()))) {
            broker.stop();
            try (var late = LiveClient.open(world.gateway)
                    .says(LiveClient.auth(world.token(world.tenant().email())))) {
                late.awaitClose(1013);
            }
            broker.start();
            try (var worker = TopicWriter.to(broker.connection())) {
                worker.send(Topic.BOT_EVENTS, News.verified(tenant.id(), tenant.id() + 1000, 1));
                worker.send(Topic.BOT_OUTCOMES, News.succeeded(tenant.id()));
                await().atMost(60, SECONDS).untilAsserted(() -> {
                    assertThat(live.about("bot", tenant.id())).hasSize(1);
                    assertThat(live.about("operation", tenant.id())).hasSize(2);
                });
            }
        } finally {
            broker.stop();
        }
    }
}
