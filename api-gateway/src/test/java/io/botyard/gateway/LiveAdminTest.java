package io.botyard.gateway;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.contract.event.BotWatched;
import io.botyard.contract.wire.Topic;
import io.botyard.gateway.testing.LiveClient;
import io.botyard.gateway.testing.News;
import io.botyard.gateway.testing.SharesWorld;
import io.botyard.gateway.testing.World;
import io.botyard.testkit.Actors;
import io.botyard.testkit.TopicWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an admin sees live, and what that leaves in the trail. */
@SharesWorld
class LiveAdminTest {

    private final World world = World.shared();
    private final TopicWriter worker = TopicWriter.to(world.broker.connection());
    private final World.Tenant tenant = world.tenant();
    private final long row = tenant.id() + 1000;
    private LiveClient admin;

    @BeforeEach
    void open() {
        admin = LiveClient.ready(world.gateway, world.token(World.ADMIN));
    }

    @AfterEach
    void close() {
        admin.close();
        worker.close();
    }

    @Test
    void anAdminSeesTheStatusOfEveryBotAndNothingMoreOfThoseTheyDoNotWatch() {
        worker.send(Topic.BOT_OUTCOMES, News.succeeded(tenant.id()));
        worker.send(
                Topic.BOT_EVENTS,
                News.verified(tenant.id(), row, 1),
                News.refused(tenant.id()),
                News.accessed(tenant.id(), row, 1, Actors.admin(999_999)),
                News.suspended(tenant.id(), row, 2, Actors.admin(999_999)),
                News.removed(tenant.id(), row, 3));
        await().atMost(10, SECONDS)
                .untilAsserted(() -> assertThat(admin.about("fleet", tenant.id()))
                        .extracting(data -> data.path("event").asString() + " "
                                + data.path("status").asString("gone"))
                        .containsExactly("bot_verified active", "bot_suspended suspended", "bot_removed gone"));
        assertThat(admin.users("bot", "operation")).isEmpty();
        assertThat(recorded()).isZero();
    }

    @Test
    void whoeverIsWatchedHasItInTheirTrailFirst() {
        watch();
        assertThat(recorded()).isEqualTo(1);
        watch();
        assertThat(recorded()).isEqualTo(1);

        worker.send(Topic.BOT_EVENTS, News.verified(tenant.id(), row, 1));
        worker.send(Topic.BOT_OUTCOMES, News.succeeded(tenant.id()));
        await().atMost(10, SECONDS).untilAsserted(() -> {
            assertThat(admin.about("bot", tenant.id())).hasSize(1);
            assertThat(admin.about("operation", tenant.id())).hasSize(2);
        });
        await().atMost(20, SECONDS)
                .untilAsserted(() -> assertThat(world.in(Topic.AUDIT_ACCESS, BotWatched.class))
                        .filteredOn(watched -> watched.userId().value() == tenant.id())
                        .singleElement()
                        .satisfies(watched -> {
                            assertThat(watched.head().actor().role().name()).isEqualTo("SUPERADMIN");
                            assertThat(watched.head().actor().ip()).isEqualTo("127.0.0.1");
                            assertThat(watched.head().requestId()).isNotEmpty();
                        }));
    }

    @Test
    void whatIsNoLongerWatchedIsNoLongerTold() {
        watch();
        admin.says("{\"type\":\"unwatch\",\"user_id\":%d}".formatted(tenant.id()));
        await().atMost(10, SECONDS).untilAsserted(() -> assertThat(watched()).isEqualTo("[]"));
        worker.send(Topic.BOT_OUTCOMES, News.succeeded(tenant.id()));
        worker.send(Topic.BOT_EVENTS, News.verified(tenant.id(), row, 1));
        await().atMost(10, SECONDS)
                .untilAsserted(
                        () -> assertThat(admin.about("fleet", tenant.id())).hasSize(1));
        assertThat(admin.users("bot", "operation")).isEmpty();
        watch();
        assertThat(recorded()).isEqualTo(2);
    }

    @Test
    void aWatchThatCannotBeRecordedShowsNothing() {
        world.schemas.run("REVOKE INSERT ON identity.outbox FROM botyard_gateway");
        try {
            admin.says("{\"type\":\"watch\",\"user_id\":%d}".formatted(tenant.id()));
            await().atMost(10, SECONDS)
                    .untilAsserted(() -> assertThat(admin.frames("error"))
                            .extracting(frame -> frame.at("/data/code").asString())
                            .containsExactly("part_away"));
        } finally {
            world.schemas.run("GRANT INSERT ON identity.outbox TO botyard_gateway");
        }
        worker.send(Topic.BOT_EVENTS, News.verified(tenant.id(), row, 1));
        await().atMost(10, SECONDS)
                .untilAsserted(
                        () -> assertThat(admin.about("fleet", tenant.id())).hasSize(1));
        assertThat(admin.users("bot", "operation")).isEmpty();
        assertThat(admin.frames("watching")).isEmpty();
    }

    @Test
    void aUserWatchesNobodyNotEvenUnrecorded() {
        var other = world.tenant();
        try (var user = LiveClient.ready(world.gateway, world.token(other.email()))) {
            user.says("{\"type\":\"watch\",\"user_id\":%d}".formatted(tenant.id()));
            await().atMost(10, SECONDS)
                    .untilAsserted(() -> assertThat(user.frames("error"))
                            .extracting(frame -> frame.at("/data/code").asString())
                            .containsExactly("forbidden"));
            worker.send(Topic.BOT_EVENTS, News.verified(tenant.id(), row, 1));
            await().atMost(10, SECONDS)
                    .untilAsserted(
                            () -> assertThat(admin.about("fleet", tenant.id())).hasSize(1));
            worker.send(Topic.BOT_EVENTS, News.verified(other.id(), other.id() + 1000, 1));
            await().atMost(10, SECONDS)
                    .untilAsserted(
                            () -> assertThat(user.about("bot", other.id())).hasSize(1));
            assertThat(user.users("bot", "operation", "fleet")).containsOnly(other.id());
        }
        assertThat(recorded()).isZero();
    }

    private void watch() {
        var before = admin.frames("watching").size();
        admin.says("{\"type\":\"watch\",\"user_id\":%d}".formatted(tenant.id()));
        await().atMost(10, SECONDS)
                .untilAsserted(() -> assertThat(admin.frames("watching")).hasSize(before + 1));
        assertThat(watched()).isEqualTo("[" + tenant.id() + "]");
    }

    private String watched() {
        return admin.frames("watching").getLast().at("/data/user_ids").toString();
    }

    private long recorded() {
        return world.schemas.count("SELECT count(*) FROM identity.outbox WHERE type = 'bot_watched'"
                + " AND body->>'user_id' = '" + tenant.id() + "'");
    }
}
