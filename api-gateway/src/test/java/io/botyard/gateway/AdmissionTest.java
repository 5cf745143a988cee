package io.botyard.gateway;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.gateway.testing.Answer;
import io.botyard.gateway.testing.Client;
import io.botyard.gateway.testing.SharesWorld;
import io.botyard.gateway.testing.World;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How fast calls are taken. */
@SharesWorld
class AdmissionTest {

    private static final String MESSAGES = "/api/user-bot/messages";
    private static final String HELLO = "{\"chat_id\":1,\"text\":\"hello\"}";

    private final World world = World.shared();
    private final World.Tenant tenant = world.tenant();
    private final Client http = tenant.http();

    @BeforeEach
    void aSlowBot() {
        world.schemas.bot(tenant.id(), "active", "0.1");
        world.worker.plays(command -> List.of());
    }

    @Test
    void rule4ABotTakesThirtyAtOnceAndThenItsRate() {
        var taken = IntStream.range(0, 30).mapToObj(number -> send(http)).toList();
        assertThat(taken).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"bot-calls\";q=30;w=300");
        });
        assertThat(taken.getFirst().header("RateLimit")).startsWith("\"bot-calls\";r=29;t=");
        assertThat(taken.getLast().header("RateLimit")).startsWith("\"bot-calls\";r=0;t=");
        var tooFast = send(http);
        assertThat(tooFast.status()).isEqualTo(429);
        assertThat(tooFast.field("code")).isEqualTo("too_many_requests");
        assertThat(tooFast.field("scope")).isEqualTo("bot");
        assertThat(Integer.parseInt(tooFast.header("Retry-After"))).isBetween(1, 10);
        assertThat(tooFast.header("RateLimit")).startsWith("\"bot-calls\";r=0;t=");
        assertThat(tooFast.header("RateLimit-Policy")).isEqualTo("\"bot-calls\";q=30;w=300");
    }

    @Test
    void aMinutesWorthIsTakenAtOnceAndTheCeilingOfAnAdminCounts() {
        world.schemas.change(tenant.id(), "max_requests_per_second = 30");
        assertThat(send(http).header("RateLimit-Policy")).isEqualTo("\"bot-calls\";q=1800;w=61");
        world.schemas.change(tenant.id(), "admin_max_requests_per_second = 2");
        soon(() -> assertThat(send(http).header("RateLimit-Policy")).isEqualTo("\"bot-calls\";q=120;w=60"));
    }

    @Test
    void aBotWithAsManyCallsWaitingAsMayTakesNoneUntilThereIsRoom() {
        world.schemas.change(tenant.id(), "backlog_full = true");
        var full = send(http);
        assertThat(full.status()).isEqualTo(429);
        assertThat(full.field("code")).isEqualTo("backlog_full");
        assertThat(full.field("scope")).isEqualTo("bot");
        assertThat(full.header("Retry-After")).isEqualTo("10");
        world.schemas.change(tenant.id(), "backlog_full = false");
        assertThat(send(http).status()).isEqualTo(202);
    }

    @Test
    void nobodyPaysForSomebodyElsesHaste() {
        IntStream.range(0, 31).forEach(number -> send(http));
        var other = world.tenant();
        world.schemas.bot(other.id(), "active", "0.1");
        assertThat(send(other.http()).status()).isEqualTo(202);
    }

    @Test
    void onlyCallsThatAreTakenCost() {
        for (var i = 0; i < 40; i++) {
            assertThat(http.post(MESSAGES, "{}").status()).isEqualTo(422);
            assertThat(http.get("/api/user-bot/status").status()).isEqualTo(200);
        }
        var keyed = http.with("Idempotency-Key", "cheap");
        for (var i = 0; i < 40; i++) {
            assertThat(send(keyed).status()).isEqualTo(202);
        }
        assertThat(send(http).header("RateLimit")).startsWith("\"bot-calls\";r=28;");
    }

    @Test
    void whatWasTooFastIsNotHeldAgainstItsKey() {
        IntStream.range(0, 30).forEach(number -> send(http));
        assertThat(send(http.with("Idempotency-Key", "fast")).status()).isEqualTo(429);
        world.schemas.change(tenant.id(), "max_requests_per_second = 30");
        soon(() -> {
            var later = send(http.with("Idempotency-Key", "fast"));
            assertThat(later.status()).isEqualTo(202);
            assertThat(later.header("Idempotency-Replayed")).isEmpty();
        });
    }

    @Test
    void anApiKeyHasAPaceOfItsOwn() {
        world.schemas.change(tenant.id(), "max_requests_per_second = 30");
        try (var strict = world.start(
                Map.of("botyard.gateway.admission.key-per-second", "0.1", "botyard.gateway.admission.key-burst", 2))) {
            var token = http.post("/api/auth/api-keys", "{\"name\":\"fast\",\"scopes\":[\"bot:send\"]}")
                    .field("key");
            var key = strict.client().bearing(token);
            assertThat(send(key).header("RateLimit")).contains("\"bot-calls\";r=", "\"key-calls\";r=1;");
            assertThat(send(key).status()).isEqualTo(202);
            var tooFast = send(key);
            assertThat(tooFast.status()).isEqualTo(429);
            assertThat(tooFast.field("scope")).isEqualTo("key");
            assertThat(tooFast.header("Retry-After")).isNotEmpty();
            assertThat(send(strict.client().bearing(world.token(tenant.email())))
                            .status())
                    .as("a session is no key")
                    .isEqualTo(202);
        }
    }

    @Test
    void aMethodNobodyHasHeardOfPassesWithAWarning() {
        var unheard = http.post("/api/user-bot/methods/sendTelepathy", "{}");
        assertThat(unheard.status()).isEqualTo(202);
        assertThat(unheard.header("Botyard-Warning")).isEqualTo("unknown_method");
        world.schemas.bot(tenant.id(), "suspended", "30");
        soon(() -> assertThat(
                        http.post("/api/user-bot/methods/sendTelepathy", "{}").header("Botyard-Warning"))
                .as("it did not pass")
                .isEmpty());
        world.schemas.bot(tenant.id(), "active", "30");
        assertThat(http.post("/api/user-bot/methods/SENDMESSAGE", HELLO).header("Botyard-Warning"))
                .isEmpty();
    }

    /** A gateway may know a bot as it was a second ago. */
    private static void soon(ThrowingRunnable holds) {
        await().atMost(5, SECONDS).untilAsserted(holds);
    }

    private static Answer send(Client client) {
        return client.post(MESSAGES, HELLO);
    }
}
