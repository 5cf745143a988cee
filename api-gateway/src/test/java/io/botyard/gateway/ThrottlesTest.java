package io.botyard.gateway;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.contract.RefusalCode;
import io.botyard.contract.command.RegisterBot;
import io.botyard.contract.command.RemoveBot;
import io.botyard.contract.event.AccessEvent;
import io.botyard.contract.event.UserLoggedIn;
import io.botyard.contract.wire.Topic;
import io.botyard.gateway.testing.Answer;
import io.botyard.gateway.testing.Client;
import io.botyard.gateway.testing.Lines;
import io.botyard.gateway.testing.RunningGateway;
import io.botyard.gateway.testing.SharesWorld;
import io.botyard.gateway.testing.TwoGateways;
import io.botyard.gateway.testing.World;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Two gateways of one cluster, behind a proxy they trust, at the throttles of a deployment. */
@SharesWorld
class ThrottlesTest {

    private static final World WORLD = World.shared();
    private static final TwoGateways GATEWAYS = TwoGateways.joined(
            WORLD,
            Map.of(
                    "botyard.gateway.proxies.trusted",
                    "127.0.0.1/32, 10.0.0.0/8",
                    "botyard.gateway.throttles.times",
                    1));
    private static final RunningGateway ONE = GATEWAYS.one();
    private static final RunningGateway OTHER = GATEWAYS.other();
    private static final AtomicInteger PLACES = new AtomicInteger();

    /** An address nobody else of this test has. */
    private final String here = place();

    private static String place() {
        var number = PLACES.incrementAndGet();
        return "198.51." + number / 250 + "." + (number % 250 + 1);
    }

    @AfterAll
    static void end() {
        GATEWAYS.close();
    }

    @Test
    void tenFailedLoginsToAnAccountFromAnAddressAreCountedByAllGatewaysTogether() {
        var tenant = WORLD.tenant();
        for (var i = 0; i < 10; i++) {
            assertThat(logIn(i % 2 == 0 ? ONE : OTHER, here, tenant.email(), "wrong password")
                            .status())
                    .isEqualTo(401);
        }
        for (var gateway : List.of(ONE, OTHER)) {
            var locked = logIn(gateway, here, tenant.email(), World.PASSWORD);
            assertThat(locked.status()).isEqualTo(429);
            assertThat(locked.field("code")).isEqualTo("too_many_requests");
            assertThat(locked.field("scope")).isEqualTo("user");
            assertThat(Integer.parseInt(locked.header("Retry-After"))).isBetween(1, 90);
            assertThat(locked.header("RateLimit-Policy")).isEqualTo("\"failed-logins\";q=10;w=900");
            assertThat(locked.header("RateLimit")).isEqualTo("\"failed-logins\";r=0;t=" + locked.header("Retry-After"));
        }
        assertThat(logIn(ONE, place(), tenant.email(), World.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void aCurrentPasswordIsGuessedNoMoreOftenThanAtTheDoor() {
        var tenant = WORLD.tenant();
        var inside = client(ONE, here).bearing(WORLD.token(tenant.email()));
        for (var i = 0; i < 10; i++) {
            assertThat(changePassword(inside, "wrong password").status()).isEqualTo(422);
        }
        var locked = changePassword(inside, "wrong password");
        assertThat(locked.status()).isEqualTo(429);
        assertThat(logIn(OTHER, here, tenant.email(), World.PASSWORD).status()).isEqualTo(429);
        assertThat(changePassword(inside, World.PASSWORD).status()).isEqualTo(429);
        assertThat(changePassword(client(ONE, place()).bearing(WORLD.token(tenant.email())), World.PASSWORD)
                        .status())
                .isEqualTo(204);
    }

    @Test
    void loginsThatSucceedTakeNothing() {
        var tenant = WORLD.tenant();
        for (var i = 0; i < 15; i++) {
            assertThat(logIn(ONE, here, tenant.email(), World.PASSWORD).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void manyGuessesAtOnceAreNoMoreThanTen() throws Exception {
        var tenant = WORLD.tenant();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var guesses = IntStream.range(0, 40)
                    .<Callable<Integer>>mapToObj(i ->
                            () -> logIn(i % 2 == 0 ? ONE : OTHER, here, tenant.email(), "guess number " + i)
                                    .status())
                    .toList();
            assertThat(threads.invokeAll(guesses))
                    .extracting(Future::resultNow)
                    .containsOnly(401, 429)
                    .filteredOn(status -> status == 401)
                    // What a slow answer of the cluster adds: the part of either gateway.
                    .hasSizeBetween(10, 20);
        }
    }

    @Test
    void aLockedAccountLetsInAnAddressThatLoggedInToItBefore() {
        var tenant = WORLD.tenant();
        assertThat(logIn(ONE, here, tenant.email(), World.PASSWORD).status()).isEqualTo(200);
        for (var i = 0; i < 10; i++) {
            logIn(ONE, here, tenant.email(), "wrong password");
        }
        assertThat(logIn(OTHER, here, tenant.email(), "wrong password").status())
                .isEqualTo(429);
        assertThat(logIn(OTHER, here, tenant.email(), World.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void knownAddressesAreKeptAsKeyedHashesForThirtyDays() throws Exception {
        var tenant = WORLD.tenant();
        logIn(ONE, here, tenant.email(), World.PASSWORD);
        for (var i = 0; i < 10; i++) {
            logIn(ONE, here, tenant.email(), "wrong password");
        }
        try (var connection = WORLD.database.connect();
                var rows = connection
                        .createStatement()
                        .executeQuery("SELECT address FROM identity.known_addresses WHERE user_id = " + tenant.id())) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).matches("[0-9a-f]{64}");
            connection
                    .createStatement()
                    .execute("UPDATE identity.known_addresses SET last_login_at = now() - interval '30 days 1 minute'"
                            + " WHERE user_id = " + tenant.id());
        }
        assertThat(logIn(ONE, here, tenant.email(), World.PASSWORD).status()).isEqualTo(429);
    }

    @Test
    void aThrottleTellsNothingOfWhetherAnAccountExists() {
        var tenant = WORLD.tenant();
        for (var i = 0; i < 10; i++) {
            logIn(ONE, here, tenant.email(), "wrong password");
            logIn(ONE, here, "nobody-" + tenant.email(), "wrong password");
        }
        var known = logIn(ONE, here, tenant.email(), "wrong password");
        var unknown = logIn(ONE, here, "nobody-" + tenant.email(), "wrong password");
        assertThat(unknown.status()).isEqualTo(known.status()).isEqualTo(429);
        assertThat(unknown.field("detail")).isEqualTo(known.field("detail"));
        assertThat(unknown.field("scope")).isEqualTo(known.field("scope"));
        assertThat(unknown.header("RateLimit-Policy")).isEqualTo(known.header("RateLimit-Policy"));
    }

    @Test
    void anAddressFailsAHundredTimesAnHourForWhateverAccounts() {
        var statuses = IntStream.range(0, 101)
                .mapToObj(i -> logIn(i % 2 == 0 ? ONE : OTHER, here, "nobody" + i + "@example.org", "wrong password"))
                .toList();
        assertThat(statuses.subList(0, 100)).extracting(Answer::status).containsOnly(401);
        assertThat(statuses.getLast().status()).isEqualTo(429);
        assertThat(statuses.getLast().field("scope")).isEqualTo("address");
        assertThat(statuses.getLast().header("RateLimit-Policy"))
                .isEqualTo("\"failed-logins-of-address\";q=100;w=3600");
    }

    @Test
    void anAddressRegistersThirtyTimesAnHour() {
        for (var i = 0; i < 30; i++) {
            assertThat(register(here, "many-" + here + "-" + i).status()).isEqualTo(201);
        }
        assertThat(register(here, "one-more").field("scope")).isEqualTo("address");
        assertThat(register(place(), "elsewhere-" + here).status()).isEqualTo(201);
    }

    @Test
    void anInvalidRegistrationTakesNothing() {
        for (var i = 0; i < 40; i++) {
            assertThat(client(ONE, here)
                            .post("/api/auth/register", "{\"email\":\"a@b\",\"username\":\"x\",\"password\":\"short\"}")
                            .status())
                    .isEqualTo(422);
        }
        assertThat(register(here, "after-all-" + here).status()).isEqualTo(201);
    }

    @Test
    void aUserBringsTenBotsAnHourAndWhatIsRefusedTakesNothing() {
        var tenant = WORLD.tenant();
        var mine = client(ONE, here).bearing(WORLD.token(tenant.email()));
        WORLD.worker.plays(command -> List.of(Lines.refused(command, RefusalCode.BOT_ALREADY_EXISTS)));
        for (var i = 0; i < 15; i++) {
            assertThat(create(mine).status()).isEqualTo(409);
            assertThat(mine.post("/api/user-bot/create", "{\"bot_token\":\"nonsense\"}")
                            .status())
                    .isEqualTo(422);
        }
        WORLD.worker.plays(command -> switch (command) {
            case RegisterBot register -> List.of(Lines.registered(register));
            default -> List.of(Lines.removed((RemoveBot) command));
        });
        for (var i = 0; i < 10; i++) {
            assertThat(create(mine).status()).isEqualTo(201);
        }
        var tooMany = create(mine);
        assertThat(tooMany.status()).isEqualTo(429);
        assertThat(tooMany.field("scope")).isEqualTo("user");
        assertThat(tooMany.header("RateLimit-Policy")).isEqualTo("\"bot-creates\";q=10;w=3600");
        var others = client(ONE, here).bearing(WORLD.token(WORLD.tenant().email()));
        assertThat(create(others).status()).isEqualTo(201);
    }

    @Test
    void theTrailNamesTheClientsAddressAndNotTheProxys() {
        var tenant = WORLD.tenant();
        assertThat(logIn(ONE, here, tenant.email(), World.PASSWORD).status()).isEqualTo(200);
        await().atMost(20, SECONDS)
                .untilAsserted(() -> assertThat(WORLD.in(Topic.AUDIT_ACCESS, AccessEvent.class))
                        .filteredOn(UserLoggedIn.class::isInstance)
                        .filteredOn(event -> event.userId().value() == tenant.id())
                        .extracting(event -> event.head().actor().ip())
                        .contains(here));
    }

    @Test
    void whatAStrangerWritesIntoForwardedForIsNotBelieved() {
        for (var i = 0; i < 30; i++) {
            assertThat(register(place() + ", " + here, "spoof-" + here + "-" + i)
                            .status())
                    .isEqualTo(201);
        }
        assertThat(register(place() + ", " + here, "spoof-again").status()).isEqualTo(429);
        assertThat(register(here + ", 10.1.2.3", "spoof-once-more").status()).isEqualTo(429);
    }

    @Test
    void withoutATrustedProxyTheHeaderIsNothing() {
        var trusting = Map.<String, Object>of("botyard.gateway.throttles.times", 1);
        try (var gateway = WORLD.start(trusting)) {
            for (var i = 0; i < 30; i++) {
                assertThat(register(gateway, place(), "direct-" + here + "-" + i)
                                .status())
                        .isEqualTo(201);
            }
            assertThat(register(gateway, place(), "direct-again").status()).isEqualTo(429);
        }
    }

    private static Answer changePassword(Client user, String current) {
        return user.post(
                "/api/auth/password",
                "{\"current_password\":\"%s\",\"new_password\":\"staple battery correct\"}".formatted(current));
    }

    private static Answer create(Client user) {
        return user.post("/api/user-bot/create", "{\"bot_token\":\"4711:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw\"}");
    }

    private static Answer register(String address, String name) {
        return register(ONE, address, name);
    }

    private static Answer register(RunningGateway gateway, String address, String name) {
        return client(gateway, address)
                .post(
                        "/api/auth/register",
                        "{\"email\":\"%1$s@example.org\",\"username\":\"%1$s\",\"password\":\"%2$s\"}"
                                .formatted(name, World.PASSWORD));
    }

    private static Answer logIn(RunningGateway gateway, String address, String email, String password) {
        return client(gateway, address)
                .post("/api/auth/login", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password));
    }

    private static Client client(RunningGateway gateway, String address) {
        return gateway.client().with("X-Forwarded-For", address);
    }
}
