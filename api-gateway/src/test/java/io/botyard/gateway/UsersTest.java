package io.botyard.gateway;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.contract.Message;
import io.botyard.contract.Role;
import io.botyard.contract.UserId;
import io.botyard.contract.command.BotCommand;
import io.botyard.contract.command.RemoveBot;
import io.botyard.contract.command.SuspendBot;
import io.botyard.contract.event.AccessEvent;
import io.botyard.contract.event.RoleChanged;
import io.botyard.contract.event.UserActivated;
import io.botyard.contract.event.UserDeleted;
import io.botyard.contract.event.UserSuspended;
import io.botyard.contract.wire.Topic;
import io.botyard.gateway.testing.Answer;
import io.botyard.gateway.testing.Client;
import io.botyard.gateway.testing.World;
import io.botyard.testkit.TestBroker;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A superadmin changes accounts. The world is its own, because here superadmins come and go. */
class UsersTest {

    private static final World WORLD = new World(TestBroker.shared(), Map.of());

    /** By which what this test did is told from the rest. */
    private final String request = UUID.randomUUID().toString();

    private final Client superadmin = WORLD.logIn(World.ADMIN).with("X-Request-Id", request);
    private final World.Tenant tenant = WORLD.tenant();

    @AfterAll
    static void stop() {
        WORLD.close();
    }

    @Test
    void aChangeOfRoleTakesEffectAndIsInTheTrail() {
        assertThat(tenant.http().get("/api/admin/bots/list").status()).isEqualTo(403);
        var changed = change(tenant.id(), "{\"role\":\"admin\"}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.field("role")).isEqualTo("admin");
        assertThat(tenant.http().get("/api/admin/bots/list").status()).isEqualTo(200);
        var record = (RoleChanged) only(kept(Topic.AUDIT_ACCESS, AccessEvent.class, 1));
        assertThat(record.userId()).isEqualTo(new UserId(tenant.id()));
        assertThat(record.before()).isEqualTo(Role.USER);
        assertThat(record.after()).isEqualTo(Role.ADMIN);
        assertThat(record.head().actor().role()).isEqualTo(Role.SUPERADMIN);
        change(tenant.id(), "{\"role\":\"user\"}");
        assertThat(tenant.http().get("/api/admin/bots/list").status()).isEqualTo(403);
    }

    @Test
    void rule6WhatChangesNothingIsNoEntry() {
        assertThat(change(tenant.id(), "{\"role\":\"user\",\"status\":\"active\"}")
                        .status())
                .isEqualTo(200);
        assertThat(change(tenant.id(), "{}").status()).isEqualTo(200);
        change(tenant.id(), "{\"role\":\"admin\"}");
        assertThat(kept(Topic.AUDIT_ACCESS, AccessEvent.class, 1)).hasOnlyElementsOfType(RoleChanged.class);
    }

    @Test
    void suspendingEndsSessionsAndKeysAndStopsTheBot() {
        var key = tenant.http()
                .post("/api/auth/api-keys", "{\"name\":\"k\",\"scopes\":[\"bot:read\"]}")
                .field("key");
        var byKey = WORLD.gateway.client().bearing(key);
        assertThat(byKey.get("/api/user-bot/status").status()).isEqualTo(404);

        assertThat(change(tenant.id(), "{\"status\":\"suspended\"}").field("status"))
                .isEqualTo("suspended");
        assertThat(tenant.http().get("/api/auth/me").status()).isIn(401, 403);
        assertThat(byKey.get("/api/user-bot/status").status()).isIn(401, 403);
        assertThat(WORLD.session(tenant.email()).field("code")).isEqualTo("account_suspended");

        assertThat(change(tenant.id(), "{\"status\":\"active\"}").field("status"))
                .isEqualTo("active");
        assertThat(tenant.http().get("/api/auth/me").status()).isEqualTo(401);
        assertThat(byKey.get("/api/user-bot/status").status()).isEqualTo(401);
        assertThat(WORLD.logIn(tenant.email()).get("/api/auth/me").status()).isEqualTo(200);

        assertThat(kept(Topic.AUDIT_ACCESS, AccessEvent.class, 2))
                .extracting(Object::getClass)
                .containsExactly(UserSuspended.class, UserActivated.class);
        // Activating the user does not activate the bot.
        var command = (SuspendBot) only(kept(Topic.BOT_COMMANDS, BotCommand.class, 1));
        assertThat(command.userId()).isEqualTo(new UserId(tenant.id()));
        assertThat(command.reason()).hasSizeBetween(5, 500);
        assertThat(command.origin().actor().role()).isEqualTo(Role.SUPERADMIN);
    }

    @Test
    void deletingRemovesTheBotErasesEmailAndNameAndKeepsTheId() throws Exception {
        var gone = superadmin.delete(path(tenant.id()));
        assertThat(gone.status()).isEqualTo(204);
        assertThat(tenant.http().get("/api/auth/me").status()).isEqualTo(401);
        assertThat(WORLD.session(tenant.email()).field("code")).isEqualTo("wrong_credentials");
        assertThat(superadmin.get(path(tenant.id())).status()).isEqualTo(404);
        assertThat(superadmin.delete(path(tenant.id())).status()).isEqualTo(404);
        assertThat(change(tenant.id(), "{\"role\":\"admin\"}").status()).isEqualTo(404);
        try (var connection = WORLD.database.connect();
                var rows = connection
                        .createStatement()
                        .executeQuery("SELECT email, username, password_hash, status FROM identity.users WHERE id = "
                                + tenant.id())) {
            assertThat(rows.next()).isTrue();
            assertThat(Stream.of(rows.getString(1), rows.getString(2), rows.getString(3)))
                    .containsOnlyNulls();
            assertThat(rows.getString(4)).isEqualTo("deleted");
        }
        var again = WORLD.gateway
                .client()
                .post(
                        "/api/auth/register",
                        "{\"email\":\"%s\",\"username\":\"%s\",\"password\":\"%s\"}"
                                .formatted(tenant.email(), tenant.email().split("@", 2)[0], World.PASSWORD));
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.field("user.id")).isNotEqualTo(Long.toString(tenant.id()));

        assertThat(only(kept(Topic.AUDIT_ACCESS, AccessEvent.class, 1))).isInstanceOf(UserDeleted.class);
        assertThat(only(kept(Topic.BOT_COMMANDS, BotCommand.class, 1)))
                .isInstanceOf(RemoveBot.class)
                .extracting(Message::userId)
                .isEqualTo(new UserId(tenant.id()));
    }

    @Test
    void rule1WhatIsDoneToAUserNeverTouchesAnother() {
        var other = WORLD.tenant();
        WORLD.schemas.bot(tenant.id(), "active", "30");
        WORLD.schemas.bot(other.id(), "active", "7");
        WORLD.schemas.change(tenant.id(), "id = " + other.id());
        WORLD.schemas.change(other.id(), "id = " + tenant.id());
        superadmin.delete(path(tenant.id()));
        assertThat(other.http().get("/api/auth/me").status()).isEqualTo(200);
        assertThat(other.http().get("/api/user-bot/status").field("status")).isEqualTo("active");
        assertThat(kept(Topic.BOT_COMMANDS, BotCommand.class, 1))
                .extracting(Message::userId)
                .containsExactly(new UserId(tenant.id()));
    }

    @Test
    void nobodyChangesTheirOwnRoleOrStatusOrDeletesThemselves() {
        var own = Long.parseLong(superadmin.get("/api/auth/me").field("id"));
        assertThat(change(own, "{\"role\":\"user\"}").field("code")).isEqualTo("own_account");
        assertThat(change(own, "{\"status\":\"suspended\"}").field("code")).isEqualTo("own_account");
        assertThat(superadmin.delete(path(own)).field("code")).isEqualTo("own_account");
        assertThat(superadmin.delete(path(own)).status()).isEqualTo(409);
        assertThat(superadmin.get("/api/auth/me").field("role")).isEqualTo("superadmin");
    }

    @Test
    void aChangeOfWhatHasChangedSinceIsRefused() {
        var read = superadmin.get(path(tenant.id()));
        var tag = read.header("ETag");
        assertThat(tag).matches("\"[^\"]+\"");
        tenant.http().patch("/api/auth/me", "{\"username\":\"renamed-%d\"}".formatted(tenant.id()));
        var late = superadmin.with("If-Match", tag);
        assertThat(late.patch(path(tenant.id()), "{\"role\":\"admin\"}").field("code"))
                .isEqualTo("precondition_failed");
        assertThat(late.delete(path(tenant.id())).status()).isEqualTo(412);
        var now = superadmin.get(path(tenant.id()));
        assertThat(now.field("role")).isEqualTo("user");
        var changed = superadmin
                .with("If-Match", "\"other\", " + now.header("ETag"))
                .patch(path(tenant.id()), "{\"role\":\"admin\"}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag"))
                .isEqualTo(superadmin.get(path(tenant.id())).header("ETag"))
                .isNotEqualTo(now.header("ETag"));
        assertThat(superadmin
                        .with("If-Match", "W/" + changed.header("ETag"))
                        .delete(path(tenant.id()))
                        .status())
                .isEqualTo(412);
        assertThat(superadmin.with("If-Match", "*").delete(path(tenant.id())).status())
                .isEqualTo(204);
    }

    @Test
    void whatIsNoRoleOrStatusIsNotValid() {
        for (var body : List.of(
                "{\"role\":\"nobody\"}",
                "{\"role\":\"king\"}",
                "{\"status\":\"deleted\"}",
                "{\"role\":1}",
                "{\"email\":\"a@b\"}")) {
            assertThat(change(tenant.id(), body).status()).as(body).isEqualTo(422);
        }
        for (var nobody : List.of("0", "-1", "abc", "99999999", "99999999999999999999")) {
            assertThat(superadmin.get("/api/admin/users/" + nobody).status())
                    .as(nobody)
                    .isEqualTo(404);
        }
    }

    private Answer change(long id, String body) {
        return superadmin.patch(path(id), body);
    }

    private static String path(long id) {
        return "/api/admin/users/" + id;
    }

    private static <T> T only(List<T> all) {
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    /** What this test caused, once the outbox is empty; reads apart. */
    private <M extends Message> List<M> kept(Topic topic, Class<M> type, int expected) {
        await().atMost(20, SECONDS).until(() -> unpublished() == 0);
        var found = WORLD.in(topic, type).stream()
                .filter(message -> switch (message) {
                    case AccessEvent event -> event.head().requestId().equals(request) && !isRead(event);
                    case BotCommand command -> command.origin().requestId().equals(request);
                    default -> false;
                })
                .toList();
        assertThat(found).hasSize(expected);
        return found;
    }

    private static boolean isRead(AccessEvent event) {
        return event.kind().endsWith("_viewed") || event.kind().endsWith("_listed");
    }

    private static long unpublished() {
        return WORLD.schemas.count("SELECT count(*) FROM identity.outbox WHERE published_at IS NULL");
    }
}
