package io.botyard.gateway;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.contract.UserId;
import io.botyard.contract.event.AccessEvent;
import io.botyard.contract.event.BotViewed;
import io.botyard.contract.event.BotsListed;
import io.botyard.contract.wire.Topic;
import io.botyard.contract.wire.UserPartitions;
import io.botyard.gateway.testing.Answer;
import io.botyard.gateway.testing.Client;
import io.botyard.gateway.testing.RunningGateway;
import io.botyard.gateway.testing.SharesWorld;
import io.botyard.gateway.testing.World;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What admins see of the bots, and what is kept of their looking. */
@SharesWorld
class AdminReadsTest {

    private static final String LIST = "/api/admin/bots/list";

    private final World world = World.shared();
    private final Client admin = world.logIn(World.ADMIN);

    @Test
    void botsAreListedNewestFirstAPageAtATime() {
        var tenants = Stream.generate(world::tenant).limit(5).toList();
        for (var i = 0; i < 5; i++) {
            bot(tenants.get(i), "paged_" + i + "_bot", "2027-01-0%dZ".formatted(i + 1));
        }
        var found = Stream.of(1, 2, 3, 4)
                .map(page -> admin.get(LIST + "?query=paged_&page_size=2&page=" + page))
                .toList();
        assertThat(found).allSatisfy(page -> {
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.field("total")).isEqualTo("5");
            assertThat(page.field("page_size")).isEqualTo("2");
        });
        assertThat(found.stream().map(page -> page.field("page"))).containsExactly("1", "2", "3", "4");
        assertThat(found.stream().map(AdminReadsTest::users))
                .containsExactly(
                        List.of(tenants.get(4).id(), tenants.get(3).id()),
                        List.of(tenants.get(2).id(), tenants.get(1).id()),
                        List.of(tenants.get(0).id()),
                        List.of());
    }

    @Test
    void aPageShowsEachBotAsItsStatusDoes() {
        var tenant = world.tenant();
        bot(tenant, "whole_bot", "2027-02-01Z");
        world.schemas.change(tenant.id(), "admin_max_requests_per_second = 5.000");
        world.schemas.run("INSERT INTO audit.usage VALUES (%d, %d, 12, '2026-01-02 03:04:05.678Z')"
                .formatted(tenant.id(), tenant.id() + 1000));
        var listed = admin.get(LIST + "?query=whole_bot").json().at("/bots/0");
        assertThat(listed).isEqualTo(tenant.http().get("/api/user-bot/status").json());
        assertThat(listed.at("/total_requests").asLong()).isEqualTo(12);
        assertThat(listed.at("/admin_limits").toString())
                .isEqualTo("{\"max_requests_per_second\":5,\"max_concurrent_requests\":null}");
    }

    @Test
    void aBotIsFoundByItsNameItsIdsAndItsUserAndNothingElseByTheWay() {
        var tenant = world.tenant();
        bot(tenant, "Sought_100_bot", "2027-03-01Z");
        var other = world.tenant();
        bot(other, "sought-100-bot", "2027-03-02Z");
        world.schemas.change(tenant.id(), "bot_id = 987654321");
        var id = List.of(tenant.id());
        assertThat(users(admin.get(LIST + "?query=SOUGHT_100"))).isEqualTo(id);
        assertThat(users(admin.get(LIST + "?query=sought%25bot"))).isEmpty();
        assertThat(users(admin.get(LIST + "?query=987654321"))).isEqualTo(id);
        assertThat(users(admin.get(LIST + "?query=98765432"))).isEmpty();
        assertThat(users(admin.get(LIST + "?query=" + tenant.id()))).contains(tenant.id());
        assertThat(users(admin.get(LIST + "?query=" + tenant.email().toUpperCase(Locale.ROOT))))
                .isEqualTo(id);
        assertThat(users(admin.get(LIST + "?query=%5C"))).isEmpty();
    }

    @Test
    void botsAreListedByStatus() {
        var tenant = world.tenant();
        bot(tenant, "only_suspended_bot", "2027-04-01Z");
        world.schemas.change(tenant.id(), "status = 'suspended'");
        assertThat(users(admin.get(LIST + "?query=only_suspended&status=suspended")))
                .containsExactly(tenant.id());
        assertThat(users(admin.get(LIST + "?query=only_suspended&status=active")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "page=0,page",
        "page=-1,page",
        "page=x,page",
        "page=99999999,page",
        "page_size=0,page_size",
        "page_size=101,page_size",
        "status=happy,status",
        "query=,query",
        "query=a%00b,query",
        "who=me,who"
    })
    void whatCannotBeAskedForIsNotValid(String query, String field) {
        var answer = admin.get(LIST + "?" + query);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.field("errors.0.field")).isEqualTo(field);
    }

    @Test
    void aStatusSaysWhichWorkerActsForTheBotAndWhere() {
        var tenant = world.tenant();
        world.schemas.bot(tenant.id(), "active", "30");
        world.schemas.change(tenant.id(), "version = 3");
        var partition = new UserPartitions(RunningGateway.PARTITIONS).of(new UserId(tenant.id()));
        world.schemas.run(
                "INSERT INTO bots.ownership_view VALUES (%d, 'worker-7', now() + interval '1 hour')"
                                .formatted(partition)
                        + " ON CONFLICT (partition) DO UPDATE SET holder = excluded.holder, lease_until = excluded.lease_until");
        var status = view(tenant.id());
        assertThat(status.status()).isEqualTo(200);
        assertThat(status.field("user_id")).isEqualTo(Long.toString(tenant.id()));
        assertThat(status.field("worker")).isEqualTo("worker-7");
        assertThat(status.field("partition")).isEqualTo(Integer.toString(partition));
        assertThat(status.header("ETag")).isEqualTo("\"" + (tenant.id() + 1000) + "-3\"");
        assertThat(status.json().propertyNames())
                .containsExactlyInAnyOrder(
                        "id user_id bot_id bot_username status is_verified max_requests_per_second max_concurrent_requests admin_limits total_requests last_used_at created_at updated_at suspension_reason last_error health mtproto_configured worker partition"
                                .split(" "));

        world.schemas.run("UPDATE bots.ownership_view SET lease_until = now() - interval '1 second'");
        assertThat(view(tenant.id()).json().get("worker").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "987654321", "9223372036854775807", "9223372036854775808", "me", "1.0"})
    void whoIsNoUserHasNoBotToSee(String user) {
        var answer = admin.get("/api/admin/bots/" + user + "/status");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.field("code")).isEqualTo("not_found");
    }

    @Test
    void aUserWithoutABotHasNoneToSee() {
        assertThat(view(world.tenant().id()).status()).isEqualTo(404);
    }

    @Test
    void everyLookIsRecordedOnceWithoutTheTextsThatWereAskedBy() {
        var tenant = world.tenant();
        world.schemas.bot(tenant.id(), "active", "30");
        admin.with("X-Request-Id", "look-1").get("/api/admin/bots/" + tenant.id() + "/status");
        admin.with("X-Request-Id", "look-2").get(LIST + "?status=active&query=ada%40example.org&page_size=7");
        await().atMost(20, SECONDS).untilAsserted(() -> {
            assertThat(recorded("look-1"))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            BotViewed.class,
                            viewed -> assertThat(viewed.userId().value()).isEqualTo(tenant.id()));
            assertThat(recorded("look-2"))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            BotsListed.class,
                            listed -> assertThat(listed.filters()).isEqualTo("page_size=7&status=active&query"));
        });
    }

    @Test
    void aLookThatCannotBeRecordedIsNotAnswered() {
        var tenant = world.tenant();
        world.schemas.bot(tenant.id(), "active", "30");
        world.schemas.run("REVOKE INSERT ON identity.outbox FROM botyard_gateway");
        try {
            assertThat(List.of(view(tenant.id()), admin.get(LIST))).allSatisfy(answer -> {
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.header("Retry-After")).isNotEmpty();
                assertThat(answer.text()).doesNotContain("a_bot");
            });
        } finally {
            world.schemas.run("GRANT INSERT ON identity.outbox TO botyard_gateway");
        }
    }

    private void bot(World.Tenant tenant, String username, String createdAt) {
        world.schemas.bot(tenant.id(), "active", "30");
        world.schemas.change(tenant.id(), "bot_username = '%s', created_at = '%s'".formatted(username, createdAt));
    }

    private Answer view(long user) {
        return admin.get("/api/admin/bots/" + user + "/status");
    }

    private List<AccessEvent> recorded(String requestId) {
        return world.in(Topic.AUDIT_ACCESS, AccessEvent.class).stream()
                .filter(event -> event.head().requestId().equals(requestId))
                .toList();
    }

    private static List<Long> users(Answer page) {
        return page.json()
                .get("bots")
                .valueStream()
                .flatMapToLong(bot -> LongStream.of(bot.get("user_id").asLong()))
                .boxed()
                .toList();
    }
}
