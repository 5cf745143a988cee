package io.botyard.gateway;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.botyard.contract.wire.Topic;
import io.botyard.gateway.testing.LiveClient;
import io.botyard.gateway.testing.News;
import io.botyard.gateway.testing.RunningGateway;
import io.botyard.gateway.testing.SharesWorld;
import io.botyard.gateway.testing.World;
import io.botyard.testkit.TopicWriter;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may listen, and who is sent away with which code. */
@SharesWorld
class LiveEntranceTest {

    private final World world = World.shared();
    private final RunningGateway gateway = world.gateway;

    @Test
    void anAccessTokenOpensAndWhatHappensAfterReadyArrives() {
        var tenant = world.tenant();
        try (var live = LiveClient.ready(gateway, world.token(tenant.email()));
                var worker = TopicWriter.to(world.broker.connection())) {
            worker.send(Topic.BOT_EVENTS, News.verified(tenant.id(), tenant.id() + 1000, 1));
            await().atMost(10, SECONDS)
                    .untilAsserted(
                            () -> assertThat(live.about("bot", tenant.id())).hasSize(1));
            assertThat(live.frames().getFirst().toString()).isEqualTo("{\"type\":\"ready\"}");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"auth\",\"token\":\"eyJ.not.ours\"}",
                "{\"type\":\"auth\",\"token\":\"byk_nothing\"}",
                "{\"type\":\"auth\",\"token\":\"\"}",
                "{\"type\":\"auth\",\"token\":5}",
                "{\"type\":\"auth\"}",
                "{\"type\":\"watch\",\"user_id\":1}",
                "{}",
                "[]",
                "null",
                "not json",
                ""
            })
    void whoeverDoesNotSayWhoTheyAreInTheFirstFrameIsNotAuthenticated(String frame) {
        try (var live = LiveClient.open(gateway).says(frame)) {
            live.awaitClose(4401);
            assertThat(live.frames()).isEmpty();
        }
    }

    @Test
    void whoeverStaysSilentIsSentAway() {
        assertThat(gateway.context().getEnvironment().getProperty("botyard.gateway.live.first-frame-within"))
                .isEqualTo("5s");
        try (var impatient = world.start(Map.of("botyard.gateway.live.first-frame-within", "200ms"));
                var silent = LiveClient.open(impatient);
                var early =
                        LiveClient.ready(impatient, world.token(world.tenant().email()))) {
            silent.awaitClose(4408);
            assertThat(early.closeCode()).isZero();
        }
    }

    @Test
    void aFrameHoldsEightKibibytes() {
        try (var live = LiveClient.ready(gateway, world.token(world.tenant().email()))) {
            live.says(" ".repeat(8 * 1024));
            await().atMost(10, SECONDS)
                    .untilAsserted(() -> assertThat(live.frames("error")).hasSize(1));
        }
        for (var tooLarge : List.of(" ".repeat(8 * 1024 + 1), "é".repeat(4 * 1024 + 1))) {
            try (var live = LiveClient.open(gateway).says(tooLarge)) {
                live.awaitClose(1009);
            }
        }
    }

    @Test
    void framesAreTexts() {
        try (var live = LiveClient.open(gateway)) {
            live.says(new byte[] {1, 2, 3});
            live.awaitClose(1003);
        }
    }

    @Test
    void aFrameThatCannotBeObeyedIsAnsweredAndEndsNothing() {
        try (var live = LiveClient.ready(gateway, world.token(world.tenant().email()))) {
            live.says("not json")
                    .says("{\"type\":\"dance\"}")
                    .says("{\"type\":\"watch\"}")
                    .says("{\"type\":\"watch\",\"user_id\":0}")
                    .says("{\"type\":\"watch\",\"user_id\":1,\"more\":1}")
                    .says("{\"type\":\"watch\",\"user_id\":1}")
                    .says(LiveClient.auth("again"));
            await().atMost(10, SECONDS)
                    .untilAsserted(() -> assertThat(live.frames("error"))
                            .extracting(frame -> frame.at("/data/code").asString())
                            .containsExactly(
                                    "malformed_json",
                                    "validation_failed",
                                    "validation_failed",
                                    "validation_failed",
                                    "validation_failed",
                                    "forbidden",
                                    "validation_failed"));
            assertThat(live.closeCode()).isZero();
        }
    }

    @Test
    void aForeignPageIsTurnedAwayAtTheHandshake() {
        var own = "http://127.0.0.1:" + gateway.port();
        try (var one = LiveClient.open(gateway, "Origin", own)) {
            assertThat(one.closeCode()).isZero();
        }
        for (var foreign :
                List.of("https://evil.example", "http://127.0.0.1", own.replace("http:", "https:"), "null")) {
            assertThat(refused(gateway, foreign)).isEqualTo(403);
        }
        assertThat(gateway.client()
                        .with("Origin", "https://evil.example")
                        .get("/api/live")
                        .field("code"))
                .isEqualTo("bad_origin");
        try (var open = world.start(
                        Map.of("botyard.gateway.live.allowed-origins", "https://app.example,https://b.example"));
                var app = LiveClient.open(open, "Origin", "https://app.example")) {
            assertThat(app.closeCode()).isZero();
            assertThat(refused(open, "https://c.example")).isEqualTo(403);
        }
    }

    @Test
    void whatIsNoHandshakeIsAProblem() {
        var answer = gateway.client().get("/api/live");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.field("code")).isEqualTo("malformed_request");
        assertThat(answer.header("Sec-WebSocket-Version")).isEqualTo("13");
    }

    @Test
    void theDocumentSaysHowToListen() {
        var live = gateway.client().get("/v3/api-docs").json().at("/paths/~1api~1live/get");
        assertThat(live.path("responses").propertyNames())
                .contains("101", "400", "403")
                .doesNotContain("200", "401");
        assertThat(live.at("/responses/101").has("content")).isFalse();
        assertThat(live.path("parameters")
                        .valueStream()
                        .map(parameter -> parameter.path("$ref").asString()))
                .containsExactly("#/components/parameters/X-Request-Id");
        assertThat(live.has("security")).isFalse();
    }

    @Test
    void aUserHasFiveSockets() {
        var token = world.token(world.tenant().email());
        var five = IntStream.range(0, 5)
                .mapToObj(i -> LiveClient.ready(gateway, token))
                .toList();
        try (var sixth = LiveClient.open(gateway).says(LiveClient.auth(token))) {
            sixth.awaitClose(4429);
        }
        five.getFirst().close();
        await().atMost(10, SECONDS).untilAsserted(() -> {
            try (var again = LiveClient.open(gateway).says(LiveClient.auth(token))) {
                await().atMost(5, SECONDS)
                        .until(() ->
                                again.closeCode() != 0 || !again.frames("ready").isEmpty());
                assertThat(again.closeCode()).isZero();
            }
        });
        five.forEach(LiveClient::close);
    }

    @Test
    void anAddressHasFiftySocketsOfNobody() {
        var token = world.token(world.tenant().email());
        try (var fresh = world.start(Map.of("botyard.gateway.live.first-frame-within", "60s"))) {
            var open = new ArrayList<LiveClient>();
            open.add(LiveClient.ready(fresh, token));
            // Handshakes that end together may be counted in any order, so which of them was too many is open.
            IntStream.range(0, 51).forEach(i -> open.add(LiveClient.open(fresh)));
            await().atMost(10, SECONDS)
                    .untilAsserted(() -> assertThat(open)
                            .extracting(LiveClient::closeCode)
                            .containsOnly(0, 4429)
                            .containsOnlyOnce(4429));
            var waiting = open.stream()
                    .skip(1)
                    .filter(client -> client.closeCode() == 0)
                    .findFirst()
                    .orElseThrow();
            waiting.says(LiveClient.auth(token));
            await().atMost(10, SECONDS)
                    .untilAsserted(() -> assertThat(waiting.frames("ready")).hasSize(1));
            try (var another = LiveClient.open(fresh)) {
                another.says(LiveClient.auth(token));
                await().atMost(10, SECONDS)
                        .untilAsserted(() -> assertThat(another.frames("ready")).hasSize(1));
            }
            open.forEach(LiveClient::close);
        }
    }

    private static int refused(RunningGateway gateway, String origin) {
        var failure = catchThrowableOfType(CompletionException.class, () -> LiveClient.open(gateway, "Origin", origin));
        return ((WebSocketHandshakeException) Objects.requireNonNull(failure.getCause()))
                .getResponse()
                .statusCode();
    }
}
