package io.botyard.gateway;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.contract.UserId;
import io.botyard.contract.event.AccessEvent;
import io.botyard.contract.event.UserViewed;
import io.botyard.contract.event.UsersListed;
import io.botyard.contract.wire.Topic;
import io.botyard.gateway.testing.Answer;
import io.botyard.gateway.testing.Client;
import io.botyard.gateway.testing.SharesWorld;
import io.botyard.gateway.testing.World;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What a superadmin sees of accounts, and what is kept of their looking. */
@SharesWorld
class UserReadsTest {

    private static final String LIST = "/api/admin/users";

    private final World world = World.shared();
    private final String request = UUID.randomUUID().toString();
    private final Client superadmin = world.logIn(World.ADMIN).with("X-Request-Id", request);
    private final String family = "family" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void accountsAreListedNewestFirstAPartAtATime() {
        var ids = IntStream.range(0, 5).mapToObj(this::member).toList().reversed();
        var seen = new ArrayList<Long>();
        var cursor = "";
        for (var part = 0; part < 3; part++) {
            var answer = superadmin.get(LIST + "?limit=2&query=" + family + cursor);
            seen.addAll(ids(answer));
            cursor = "&cursor=" + answer.field("next_cursor");
            assertThat(answer.json().get("next_cursor").isNull()).isEqualTo(part == 2);
        }
        assertThat(seen).isEqualTo(ids);
    }

    @Test
    void accountsAreFoundByRoleStatusAndText() {
        var one = member(1);
        var two = member(2);
        superadmin.patch(LIST + "/" + one, "{\"role\":\"admin\"}");
        superadmin.patch(LIST + "/" + two, "{\"status\":\"suspended\"}");
        assertThat(ids(superadmin.get(LIST + "?role=admin&query=" + family))).containsExactly(one);
        assertThat(ids(superadmin.get(LIST + "?status=suspended&query=" + family)))
                .containsExactly(two);
        assertThat(ids(superadmin.get(LIST + "?status=active&role=admin&query=" + family.toUpperCase(Locale.ROOT))))
                .containsExactly(one);
        assertThat(ids(superadmin.get(LIST + "?query=" + family + "-2@EXAMPLE")))
                .containsExactly(two);
        assertThat(ids(superadmin.get(LIST + "?limit=100&query=" + two))).contains(two);
        assertThat(ids(superadmin.get(LIST + "?query=%25"))).isEmpty();
    }

    @Test
    void anAccountIsShownWithoutItsPassword() {
        var id = member(1);
        var answer = superadmin.get(LIST + "/" + id);
        assertThat(answer.json().propertyNames())
                .containsExactlyInAnyOrder("id", "email", "username", "role", "status", "created_at", "updated_at");
        assertThat(superadmin.get(LIST + "?query=" + family).json().at("/items/0"))
                .isEqualTo(answer.json());
    }

    @Test
    void whatCannotBeAskedForIsNotValid() {
        for (var query : List.of(
                "limit=0",
                "limit=101",
                "limit=x",
                "cursor=!",
                "cursor=abc",
                "cursor=YmVmb3JlOjA",
                "role=nobody",
                "role=ADMIN",
                "status=deleted",
                "query=",
                "query=%00",
                "page=2")) {
            assertThat(superadmin.get(LIST + "?" + query).status()).as(query).isEqualTo(422);
        }
    }

    @Test
    void onlySuperadminsSeeAccounts() {
        var tenant = world.tenant();
        assertThat(tenant.http().get(LIST).status()).isEqualTo(403);
        superadmin.patch(LIST + "/" + tenant.id(), "{\"role\":\"admin\"}");
        assertThat(tenant.http().get(LIST).status()).isEqualTo(403);
        assertThat(tenant.http().get(LIST + "/" + tenant.id()).status()).isEqualTo(403);
        assertThat(world.gateway.client().get(LIST).status()).isEqualTo(401);
    }

    @Test
    void rule6EveryLookIsOneEntryWithoutTexts() {
        var id = member(1);
        superadmin.get(LIST + "?status=active&query=" + family);
        superadmin.get(LIST + "/" + id);
        superadmin.get(LIST + "/99999999");
        await().atMost(20, SECONDS)
                .untilAsserted(() -> assertThat(looks())
                        .extracting(Object::getClass)
                        .containsExactlyInAnyOrder(UsersListed.class, UserViewed.class));
        assertThat(looks()).noneMatch(look -> look.toString().contains(family));
        assertThat(looks())
                .filteredOn(UserViewed.class::isInstance)
                .extracting(AccessEvent::userId)
                .containsExactly(new UserId(id));
        assertThat(looks())
                .filteredOn(UsersListed.class::isInstance)
                .extracting(look -> ((UsersListed) look).filters())
                .containsExactly("status=active&query");
    }

    @Test
    void aLookThatCannotBeRecordedIsNotAnswered() throws SQLException {
        var id = member(1);
        run("CREATE FUNCTION identity.full() RETURNS trigger LANGUAGE plpgsql AS"
                + " $$ BEGIN RAISE EXCEPTION 'disk is full' USING ERRCODE = 'disk_full'; END $$");
        run("CREATE TRIGGER is_full BEFORE INSERT ON identity.outbox FOR EACH ROW"
                + " WHEN (NEW.type IN ('users_listed', 'user_viewed')) EXECUTE FUNCTION identity.full()");
        try {
            for (var look : List.of(LIST, LIST + "/" + id)) {
                var answer = superadmin.get(look);
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.header("Retry-After")).isNotEmpty();
                assertThat(answer.text()).doesNotContain("example.org");
            }
        } finally {
            run("DROP FUNCTION identity.full CASCADE");
        }
    }

    private List<AccessEvent> looks() {
        return world.in(Topic.AUDIT_ACCESS, AccessEvent.class).stream()
                .filter(event -> event.head().requestId().equals(request))
                .toList();
    }

    private long member(int number) {
        var registered = world.gateway
                .client()
                .post(
                        "/api/auth/register",
                        "{\"email\":\"%1$s-%2$d@example.org\",\"username\":\"%1$s-%2$d\",\"password\":\"%3$s\"}"
                                .formatted(family, number, World.PASSWORD));
        return Long.parseLong(registered.field("user.id"));
    }

    private static List<Long> ids(Answer page) {
        assertThat(page.status()).isEqualTo(200);
        return StreamSupport.stream(page.json().get("items").spliterator(), false)
                .map(user -> user.get("id").asLong())
                .toList();
    }

    private void run(String sql) throws SQLException {
        try (var connection = world.database.connect()) {
            connection.createStatement().execute(sql);
        }
    }
}
