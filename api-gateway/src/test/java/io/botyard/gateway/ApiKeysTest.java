package io.botyard.gateway;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.contract.Role;
import io.botyard.contract.Scope;
import io.botyard.contract.UserId;
import io.botyard.contract.Via;
import io.botyard.contract.command.CallMethod;
import io.botyard.contract.event.AccessEvent;
import io.botyard.contract.event.ApiKeyCreated;
import io.botyard.contract.event.ApiKeyRevoked;
import io.botyard.contract.wire.Topic;
import io.botyard.gateway.access.Permissions;
import io.botyard.gateway.access.Permissions.Permission;
import io.botyard.gateway.testing.Answer;
import io.botyard.gateway.testing.Client;
import io.botyard.gateway.testing.SharesWorld;
import io.botyard.gateway.testing.World;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@SharesWorld
class ApiKeysTest {

    private static final String KEYS = "/api/auth/api-keys";
    private static final List<String> OPEN_TO_KEYS = List.of("/api/user-bot/", "/api/operations/", "/api/live");

    private final World world = World.shared();

    @Test
    void aKeyIsShownOnceAndKeptAsAHash() {
        var tenant = world.tenant();
        var made = create(tenant.http(), "bot:read", "bot:send");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Cache-Control")).contains("no-store");
        var key = made.field("key");
        assertThat(key).matches("byk_[A-Za-z0-9_-]{43}").startsWith(made.field("prefix"));

        var list = tenant.http().get(KEYS);
        assertThat(list.text()).doesNotContain(key);
        assertThat(list.field("items.0.id")).isEqualTo(made.field("id"));
        assertThat(list.field("items.0.prefix")).isEqualTo(made.field("prefix"));
        assertThat(list.field("items.0.scopes.1")).isEqualTo("bot:send");
        assertThat(list.json().get("next_cursor").isNull()).isTrue();
        assertThat(world.schemas.text("SELECT string_agg(k::text, ' ') FROM identity.api_keys k"))
                .doesNotContain(key.substring(10));
    }

    @Test
    void makingAndRevokingAreRecordedAndTheKeyIsDeadAtOnce() {
        var tenant = world.tenant();
        var made = create(tenant.http(), "bot:read");
        var key = world.gateway.client().bearing(made.field("key"));
        world.schemas.bot(tenant.id(), "active", "30");
        assertThat(key.get("/api/user-bot/status").status()).isEqualTo(200);
        await().atMost(20, SECONDS)
                .until(() ->
                        !tenant.http().get(KEYS).field("items.0.last_used_at").isEmpty());

        var path = KEYS + "/" + made.field("id");
        assertThat(world.tenant().http().delete(path).status()).isEqualTo(404);
        assertThat(tenant.http().delete(path).status()).isEqualTo(204);
        assertThat(tenant.http().delete(path).status()).isEqualTo(404);
        assertThat(key.get("/api/user-bot/status").status()).isEqualTo(401);
        assertThat(tenant.http().get(KEYS).json().get("items")).isEmpty();
        await().atMost(20, SECONDS)
                .untilAsserted(() -> assertThat(world.in(Topic.AUDIT_ACCESS, AccessEvent.class))
                        .filteredOn(event -> event.userId().equals(new UserId(tenant.id())))
                        .filteredOn(event -> event instanceof ApiKeyCreated || event instanceof ApiKeyRevoked)
                        .extracting(Object::getClass)
                        .containsExactly(ApiKeyCreated.class, ApiKeyRevoked.class));
    }

    @Test
    void noScopeHoldsAnotherAndTheTableSaysWhichEachRouteNeeds() {
        var tenant = world.tenant();
        for (var scope : Scope.values()) {
            var key = world.gateway
                    .client()
                    .bearing(create(tenant.http(), scope.word()).field("key"));
            assertThat(keyed().toList()).hasSizeGreaterThan(5).allSatisfy(row -> {
                var answer = call(key, row);
                if (row.scope().orElseThrow() == scope) {
                    assertThat(answer.status()).as(row.toString()).isNotIn(401, 403);
                } else {
                    assertThat(answer.field("code")).as(row.toString()).isEqualTo("scope_missing");
                }
            });
        }
    }

    @Test
    void everyRouteOpenToKeysHasAScopeAndNoOtherHas() {
        assertThat(Permissions.TABLE)
                .filteredOn(row -> row.least() != Role.NOBODY)
                .allSatisfy(row -> assertThat(row.scope().isPresent())
                        .as(row.toString())
                        .isEqualTo(OPEN_TO_KEYS.stream().anyMatch(row.path()::startsWith)));
    }

    @Test
    void accountsAndAdministrationAskForASessionWhoeverTheKeysUserIs() {
        var key = world.gateway
                .client()
                .bearing(create(world.logIn(World.ADMIN), "bot:read", "bot:send", "bot:manage")
                        .field("key"));
        var closed = Permissions.TABLE.stream()
                .filter(row -> row.least() != Role.NOBODY && row.scope().isEmpty());
        assertThat(closed.toList()).hasSizeGreaterThan(5).allSatisfy(row -> {
            var answer = call(key, row);
            assertThat(answer.status()).as(row.toString()).isEqualTo(403);
            assertThat(answer.field("code")).isEqualTo("session_required");
        });
        assertThat(key.get("/api/admin/of-tomorrow").field("code")).isEqualTo("session_required");
        assertThat(key.get("/api/user-bot/of-tomorrow").status()).isEqualTo(404);
    }

    @Test
    void whatAKeyDoesIsDoneByItsUserAndNeverAsAnAdmin() {
        var admin = world.logIn(World.ADMIN);
        var id = Long.parseLong(admin.get("/api/auth/me").field("id"));
        world.schemas.bot(id, "active", "30");
        var key = world.gateway.client().bearing(create(admin, "bot:send").field("key"));
        var accepted = key.post("/api/user-bot/messages", "{\"chat_id\":1,\"text\":\"hello\"}");
        assertThat(accepted.status()).isEqualTo(202);
        await().atMost(20, SECONDS)
                .untilAsserted(() -> assertThat(world.worker.seen())
                        .filteredOn(CallMethod.class::isInstance)
                        .filteredOn(call -> call.commandId().toString().equals(accepted.field("operation_id")))
                        .singleElement()
                        .satisfies(call -> {
                            assertThat(call.origin().actor().id()).isEqualTo(new UserId(id));
                            assertThat(call.origin().actor().via()).isEqualTo(Via.API_KEY);
                            assertThat(call.origin().actor().role()).isEqualTo(Role.USER);
                        }));
    }

    @Test
    void thereAreAtMostTwentyLiveKeysHoweverManyAreMadeAtOnce() throws Exception {
        var tenant = world.tenant();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var attempts = IntStream.range(0, 30)
                    .<Callable<Answer>>mapToObj(number -> () -> create(tenant.http(), "bot:read"))
                    .toList();
            var answers =
                    threads.invokeAll(attempts).stream().map(Future::resultNow).toList();
            assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(20);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() == 409)
                    .hasSize(10)
                    .allMatch(answer -> answer.field("code").equals("api_key_limit"));
            tenant.http().delete(KEYS + "/" + tenant.http().get(KEYS).field("items.0.id"));
            assertThat(create(tenant.http(), "bot:read").status()).isEqualTo(201);
        }
    }

    @Test
    void whatIsNoKeyIsNotMade() {
        var http = world.tenant().http();
        Stream.of(
                        "{\"name\":\"\",\"scopes\":[\"bot:read\"]}",
                        "{\"name\":\"x\",\"scopes\":[]}",
                        "{\"name\":\"x\",\"scopes\":[null]}",
                        "{\"name\":\"x\",\"scopes\":[\"bot:all\"]}",
                        "{\"scopes\":[\"bot:read\"]}",
                        "{\"name\":\"x\",\"scopes\":[\"bot:read\"],\"expires_at\":\"tomorrow\"}",
                        "{\"name\":\"x\",\"scopes\":[\"bot:read\"],\"expires_at\":4102444800}",
                        "{\"name\":\"x\",\"scopes\":[\"bot:read\"],\"expires_at\":\"2001-01-01T00:00:00Z\"}",
                        "{\"name\":\"x\",\"scopes\":[\"bot:read\"],\"expires_at\":\"+999999999-12-31T00:00:00Z\"}")
                .forEach(body ->
                        assertThat(http.post(KEYS, body).status()).as(body).isEqualTo(422));
        assertThat(http.get(KEYS).json().get("items")).isEmpty();
        assertThat(world.gateway
                        .client()
                        .bearing("byk_nobodys")
                        .get("/api/user-bot/status")
                        .status())
                .isEqualTo(401);
    }

    private static Answer create(Client http, String... scopes) {
        return http.post(KEYS, "{\"name\":\"shop\",\"scopes\":[\"" + String.join("\",\"", scopes) + "\"]}");
    }

    private static Stream<Permission> keyed() {
        return Permissions.TABLE.stream().filter(row -> row.scope().isPresent());
    }

    private static Answer call(Client client, Permission row) {
        var path =
                row.path().replace("{method}", "getMe").replaceAll("\\{.*?}", "01a20b56-a923-7a80-bdcc-222f826da53d");
        return client.with("Prefer", "respond-async")
                .send(
                        row.method().name(),
                        path,
                        BodyPublishers.ofString("{\"unknown\":[]}"),
                        List.of("Content-Type", "application/json"));
    }
}
