package io.botyard.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.contract.CommandId;
import io.botyard.contract.Priority;
import io.botyard.contract.command.CallBody;
import io.botyard.contract.command.CallMethod;
import io.botyard.gateway.testing.Answer;
import io.botyard.gateway.testing.Client;
import io.botyard.gateway.testing.Lines;
import io.botyard.gateway.testing.SharesWorld;
import io.botyard.gateway.testing.World;
import io.botyard.secret.local.LocalTokenCipher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SharesWorld
class CallsTest {

    private static final String HELLO = "{\"chat_id\":-100123,\"text\":\"hello\",\"parse_mode\":\"HTML\"}";

    private final World world = World.shared();
    private final World.Tenant tenant = world.tenant();
    private final Client http = tenant.http();

    @BeforeEach
    void anActiveBot() {
        world.schemas.bot(tenant.id(), "active", "30");
        world.worker.plays(command -> List.of());
    }

    @Test
    void aMessageIsAcceptedAndReachesKafkaByteForByte() {
        var answer = http.post("/api/user-bot/messages?priority=bulk&expires_in_seconds=60&on_unknown=retry", HELLO);
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.field("kind")).isEqualTo("call_method");
        var call = arrived(answer);
        assertThat(call.method()).isEqualTo("sendMessage");
        assertThat(call.body().text()).isEqualTo(HELLO);
        assertThat(call.chatId()).isEqualTo("-100123");
        assertThat(call.id().value()).isEqualTo(tenant.id() + 1000);
        assertThat(call.options().priority()).isEqualTo(Priority.BULK);
        assertThat(Duration.between(call.origin().acceptedAt(), call.options().expiresAt()))
                .isEqualTo(Duration.ofSeconds(60));
        assertThat(call.origin().replyTo()).isNull();
    }

    @Test
    void anOperationIsNeverDeniedRightAfterItWasAccepted() {
        assertThat(IntStream.range(0, 100)
                        .mapToObj(number -> http.post("/api/user-bot/messages", HELLO))
                        .map(accepted -> http.get(accepted.header("Location"))))
                .allSatisfy(operation -> {
                    assertThat(operation.status()).isEqualTo(200);
                    assertThat(operation.field("status")).isEqualTo("accepted");
                });
    }

    @Test
    void anOperationOfSomebodyElseIsAsAbsentAsOneThatNeverWas() {
        var mine = http.post("/api/user-bot/messages", HELLO);
        var other = world.tenant().http();
        var theirs = other.get(mine.header("Location"));
        var nobodys = other.get("/api/operations/" + UUID.randomUUID());
        assertThat(theirs.status()).isEqualTo(404);
        assertThat(theirs.field("detail")).isEqualTo(nobodys.field("detail"));
        assertThat(other.get("/api/operations/17").status()).isEqualTo(404);
    }

    @Test
    void whatAuditServiceKnowsOfAnOperationIsPassedOnWithoutItsOwner() {
        var id = UUID.randomUUID();
        world.audit.answers(
                "/operations/" + id,
                200,
                "{\"operation_id\":\"%s\",\"status\":\"succeeded\",\"user_id\":7}".formatted(id));
        var answer = http.get("/api/operations/" + id);
        assertThat(answer.field("status")).isEqualTo("succeeded");
        assertThat(answer.json().has("user_id")).isFalse();
        world.audit.answers("/operations/" + id, 500, "{}");
        var away = http.get("/api/operations/" + id);
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.header("Retry-After")).isNotEmpty();
    }

    @Test
    void aCallThatIsWaitedForIsAnsweredWithHowItEnded() {
        world.worker.plays(command -> List.of(Lines.succeeded((CallMethod) command)));
        var answer = http.with("Prefer", "wait=10").post("/api/user-bot/methods/getMe", "");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.field("status")).isEqualTo("succeeded");
        assertThat(answer.field("result.message_id")).isEqualTo("42");
        assertThat(answer.header("Preference-Applied")).isEqualTo("wait=10");
        assertThat(answer.json().propertyNames())
                .containsExactlyInAnyOrder(
                        "operation_id kind status attempts accepted_at finished_at not_before repeated migrated_to_chat_id result result_omitted error late_outcome progress"
                                .split(" "));
    }

    @ParameterizedTest
    @CsvSource({"pending,bot_not_verified", "error,token_rejected", "suspended,bot_suspended"})
    void aBotThatMayNotCallIsToldSoAtOnce(String status, String code) {
        world.schemas.bot(tenant.id(), status, "30");
        var answer = http.post("/api/user-bot/messages", HELLO);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.field("code")).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"setWebhook", "DELETEWEBHOOK", "getUpdates", "logOut", "close", "getManagedBotToken"})
    void methodsThatWouldTakeTheBotAwayAreKept(String method) {
        var answer = http.post("/api/user-bot/methods/" + method, "{}");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.field("code")).isEqualTo("method_reserved");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"photo\":\"file:///etc/passwd\"}",
                "{\"photo\":\" FILE:/etc/passwd\"}",
                "{\"media\":[{\"media\":\"file:///etc/passwd\"}]}",
                "{\"media\":\"[{\\\"media\\\":\\\"file:///etc/passwd\\\"}]\"}",
                "{\"media\":\"\\\"file:///etc/passwd\\\"\"}"
            })
    void noCallerReachesFilesOfTheServer(String body) {
        var answer = http.post("/api/user-bot/methods/sendPhoto", body);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.field("errors.0.code")).isEqualTo("file_url");
    }

    @Test
    void aFormWithFilesGoesOnByteForByte() {
        var form = form("chat_id", "5") + form("photo\"; filename=\"a.jpg", "bytes") + "--xyz--\r\n";
        var answer = multipart(form);
        assertThat(answer.status()).isEqualTo(202);
        var call = arrived(answer);
        assertThat(call.chatId()).isEqualTo("5");
        assertThat(call.body().contentType()).isEqualTo("multipart/form-data; boundary=xyz");
        assertThat(call.body().bytes()).asString().isEqualTo(form);
    }

    /** Its worker opens it, and makes of it what was sent. */
    @Test
    void aCallWithAPaymentProvidersTokenTravelsSealed() {
        var invoice = "{\"chat_id\":5, \"title\":\"Tea\", \"provider_token\":\"1:TEST:abc\"}";
        var form = form("chat_id", "5") + form("provider_token", "1:TEST:abc") + "--xyz--\r\n";
        assertThat(List.of(http.post("/api/user-bot/methods/sendInvoice", invoice), multipart(form)))
                .extracting(this::arrived)
                .allSatisfy(call -> {
                    assertThat(call.chatId()).isEqualTo("5");
                    assertThat(call.body().text()).isNull();
                    assertThat(call.body().base64()).isNull();
                })
                .extracting(call -> new String(opened(call).bytes(), UTF_8))
                .containsExactly(invoice, form);
    }

    @Test
    void aFormIsHeldToTheSameRulesAsJson() {
        assertThat(multipart(form("photo", "file:///etc/passwd") + "--xyz--\r\n")
                        .status())
                .isEqualTo(422);
        assertThat(multipart(form("a", "1") + form("a", "2") + "--xyz--\r\n").status())
                .isEqualTo(400);
        assertThat(multipart("no form at all").status()).isEqualTo(400);
    }

    private CallBody opened(CallMethod call) {
        var cipher = LocalTokenCipher.open(world.keys.resolve("keyset.json"));
        return call.body()
                .openedAs(
                        cipher.decrypt(call.userId(), requireNonNull(call.body().sealed())));
    }

    private static String form(String name, String value) {
        return "--xyz\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private Answer multipart(String body) {
        return http.send(
                "POST",
                "/api/user-bot/methods/sendPhoto",
                BodyPublishers.ofString(body),
                List.of("Content-Type", "multipart/form-data; boundary=xyz"));
    }

    private CallMethod arrived(Answer accepted) {
        var id = new CommandId(UUID.fromString(accepted.field("operation_id")));
        return await().atMost(20, SECONDS)
                .until(() -> world.worker.seen(CallMethod.class, id), found -> !found.isEmpty())
                .getFirst();
    }
}
