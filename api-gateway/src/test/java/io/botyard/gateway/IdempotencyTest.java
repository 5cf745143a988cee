package io.botyard.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.RefusalCode;
import io.botyard.contract.command.BotCommand;
import io.botyard.contract.command.RegisterBot;
import io.botyard.contract.wire.Topic;
import io.botyard.gateway.testing.Client;
import io.botyard.gateway.testing.Lines;
import io.botyard.gateway.testing.SharesWorld;
import io.botyard.gateway.testing.World;
import io.botyard.testkit.Tokens;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With a key a request is run once, however often, however many at once and wherever it is sent. */
@SharesWorld
class IdempotencyTest {

    private static final String MESSAGES = "/api/user-bot/messages";
    private static final String HELLO = "{\"chat_id\":1,\"text\":\"hello\"}";
    private static final String CREATE =
            "{\"bot_token\":\"%s\"}".formatted(Tokens.of(4711).value());

    private final World world = World.shared();
    private final World.Tenant tenant = world.tenant();
    private final Client http = tenant.http();

    @BeforeEach
    void anActiveBot() {
        world.schemas.bot(tenant.id(), "active", "30");
        world.worker.plays(command -> List.of());
    }

    @Test
    void aRequestSentAgainIsTheSameOperationAndIsNotSentToKafkaAgain() {
        var first = keyed("k-1").post(MESSAGES, HELLO);
        var again = keyed("k-1").post(MESSAGES, HELLO);
        assertThat(first.status()).isEqualTo(202);
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(sent())
                .singleElement()
                .satisfies(call -> assertThat(call.origin().keyed()).isTrue());
        http.post(MESSAGES, HELLO);
        assertThat(sent().getLast().origin().keyed()).isFalse();
    }

    @Test
    void aFinishedOperationIsToldAsItEnded() {
        var first = keyed("k-2").post(MESSAGES, HELLO);
        finished(first.field("operation_id"), "succeeded", "{\"message_id\":42}", "null");
        var again = keyed("k-2").post(MESSAGES, HELLO);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.field("result.message_id")).isEqualTo("42");
        assertThat(again.json().has("user_id")).isFalse();
    }

    @Test
    void theSameKeyWithAnotherRequestIsRefused() {
        keyed("k-3").post(MESSAGES, HELLO);
        assertThat(List.of(
                        keyed("k-3").post(MESSAGES, HELLO.replace("hello", "Hello")),
                        keyed("k-3").post(MESSAGES, HELLO + " "),
                        keyed("k-3").post(MESSAGES + "?priority=bulk", HELLO)))
                .allSatisfy(answer -> {
                    assertThat(answer.status()).isEqualTo(422);
                    assertThat(answer.field("code")).isEqualTo("idempotency_key_reused");
                });
        assertThat(sent()).hasSize(1);
    }

    @Test
    void aKeyIsOnesOwnAndGoodForOneRoute() {
        var other = world.tenant();
        world.schemas.bot(other.id(), "active", "30");
        var mine = keyed("k-4").post(MESSAGES, HELLO);
        var theirs = other.http().with("Idempotency-Key", "k-4").post(MESSAGES, HELLO);
        assertThat(theirs.status()).isEqualTo(202);
        assertThat(theirs.field("operation_id")).isNotEqualTo(mine.field("operation_id"));
        var elsewhere = keyed("k-4").post("/api/user-bot/methods/sendMessage", HELLO);
        assertThat(elsewhere.header("Idempotency-Replayed")).isEmpty();
        assertThat(keyed("k-4").post("/api/user-bot/methods/getMe", HELLO).field("code"))
                .isEqualTo("idempotency_key_reused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "tab\tinside", "x"})
    void aKeyIsOneWordOfVisibleAscii(String key) {
        var longest = key.equals("x") ? "x".repeat(256) : key;
        var answer = keyed(longest).post(MESSAGES, HELLO);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.field("errors.0.field")).isEqualTo("Idempotency-Key");
        assertThat(keyed("y").with("Idempotency-Key", "z").post(MESSAGES, HELLO).status())
                .isEqualTo(422);
        assertThat(keyed("~".repeat(255)).post(MESSAGES, HELLO).status()).isEqualTo(202);
    }

    @Test
    void whatWasTurnedAwayIsNotHeldAgainstTheKey() {
        world.schemas.bot(tenant.id(), "pending", "30");
        assertThat(keyed("k-5").post(MESSAGES, HELLO).status()).isEqualTo(409);
        world.schemas.bot(tenant.id(), "active", "30");
        var answer = keyed("k-5").post(MESSAGES, HELLO);
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("Idempotency-Replayed")).isEmpty();
    }

    @Test
    void aRepeatIsAnsweredAlsoWhenTheBotHasGoneMeanwhile() {
        var first = keyed("k-6").post(MESSAGES, HELLO);
        world.schemas.noBot(tenant.id());
        assertThat(keyed("k-6").post(MESSAGES, HELLO).field("operation_id")).isEqualTo(first.field("operation_id"));
    }

    @Test
    void aControlCommandIsAnsweredAgainAsItWasAtFirst() {
        world.worker.plays(command -> List.of(Lines.registered((RegisterBot) command)));
        var first = keyed("k-7").post("/api/user-bot/create", CREATE);
        finished(
                sent().getLast().commandId().toString(),
                "succeeded",
                "{\"id\":77,\"bot_id\":4711,\"bot_username\":null,\"status\":\"pending\"}",
                "null");
        var again = keyed("k-7").post("/api/user-bot/create", CREATE);
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.json()).isEqualTo(first.json());
    }

    @Test
    void aRefusalIsTheSameRefusalAgain() {
        world.worker.plays(command -> List.of(Lines.refused(command, RefusalCode.BOT_ALREADY_EXISTS)));
        var first = keyed("k-8").post("/api/user-bot/create", CREATE);
        finished(
                sent().getLast().commandId().toString(),
                "refused",
                "null",
                "{\"code\":\"bot_already_exists\",\"message\":\"The worker says no.\",\"telegram\":null}");
        var again = keyed("k-8").post("/api/user-bot/create", CREATE);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.field("code")).isEqualTo("bot_already_exists");
        assertThat(again.field("detail")).isEqualTo(first.field("detail"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void aVerificationIsToldAgainWithItsTestMessage() {
        var body = "{\"send_test_message\":true,\"test_chat_id\":5}";
        var first = keyed("k-9").with("Prefer", "respond-async").post("/api/user-bot/verify", body);
        var id = sent().getLast().commandId();
        finished(
                id.toString(),
                "succeeded",
                "{\"success\":true,\"is_verified\":true,\"status\":\"active\",\"reason\":null,\"message\":null,"
                        + "\"bot_info\":{\"id\":4711,\"username\":\"a_bot\",\"first_name\":\"A bot\",\"is_bot\":true}}",
                "null");
        assertThat(first.status()).isEqualTo(202);
        assertThat(keyed("k-9")
                        .with("Prefer", "wait=0")
                        .post("/api/user-bot/verify", body)
                        .status())
                .as("its test message is still under way")
                .isEqualTo(202);
        finished(id.derived("test_message").toString(), "succeeded", "{\"message_id\":42}", "null");
        var again = keyed("k-9").post("/api/user-bot/verify", body);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.field("bot_info.username")).isEqualTo("a_bot");
        assertThat(again.field("test_message.message_id")).isEqualTo("42");
    }

    @Test
    void whatAGatewayNeverSentIsSentUnderTheSameIdByTheNext() {
        var first = keyed("k-14").post(MESSAGES, HELLO);
        world.schemas.run("UPDATE identity.idempotency SET sending_until = now() WHERE key = 'k-14'");
        var again = keyed("k-14").post(MESSAGES, HELLO);
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.field("operation_id")).isEqualTo(first.field("operation_id"));
        assertThat(sent()).hasSize(2).allSatisfy(command -> {
            assertThat(command.commandId().toString()).isEqualTo(first.field("operation_id"));
            assertThat(command.origin().keyed()).isTrue();
            assertThat(command.origin().acceptedAt())
                    .isEqualTo(sent().getFirst().origin().acceptedAt());
        });
        finished(first.field("operation_id"), "succeeded", "{}", "null");
        world.schemas.run("UPDATE identity.idempotency SET sending_until = now() WHERE key = 'k-14'");
        assertThat(keyed("k-14").post(MESSAGES, HELLO).status()).isEqualTo(200);
        assertThat(sent()).as("something is known of it").hasSize(2);
    }

    @Test
    void whileNothingCanBeKnownNothingIsSentAgain() {
        var first = keyed("k-15").post(MESSAGES, HELLO);
        world.audit.answers("/operations/" + first.field("operation_id"), 500, "{}");
        assertThat(keyed("k-15").post(MESSAGES, HELLO).status())
                .as("Kafka has it")
                .isEqualTo(202);
        world.schemas.run("UPDATE identity.idempotency SET sending_until = now() WHERE key = 'k-15'");
        assertThat(keyed("k-15").post(MESSAGES, HELLO).status()).isEqualTo(503);
        assertThat(sent()).hasSize(1);
    }

    @Test
    void aRepeatWaitsForWhoeverIsSendingTheFirst() throws Exception {
        var first = keyed("k-16").post(MESSAGES, HELLO);
        world.schemas.run(
                "UPDATE identity.idempotency SET sending_until = now() + interval '1 hour' WHERE key = 'k-16'");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var again = threads.submit(() -> keyed("k-16").post(MESSAGES, HELLO));
            world.schemas.run("UPDATE identity.idempotency SET sending_until = NULL WHERE key = 'k-16'");
            assertThat(again.get().field("operation_id")).isEqualTo(first.field("operation_id"));
        }
        assertThat(sent()).hasSize(1);
    }

    @Test
    void aKeyIsForgottenAfterADay() {
        var first = keyed("k-17").post(MESSAGES, HELLO);
        world.schemas.run(
                "UPDATE identity.idempotency SET reserved_at = now() - interval '24 hours' WHERE key = 'k-17'");
        var later = keyed("k-17").post(MESSAGES, HELLO.replace("hello", "other"));
        assertThat(later.status()).isEqualTo(202);
        assertThat(later.header("Idempotency-Replayed")).isEmpty();
        assertThat(later.field("operation_id")).isNotEqualTo(first.field("operation_id"));
    }

    @Test
    void noBodyIsKeptOnlyAFingerprintUnderAKeyOfTheDeployment() {
        keyed("k-18").post("/api/user-bot/create", CREATE);
        var row = world.schemas.text("SELECT i::text FROM identity.idempotency i WHERE key = 'k-18'");
        assertThat(row).doesNotContain(Tokens.of(4711).value()).contains("POST /api/user-bot/create");
    }

    private Client keyed(String key) {
        return http.with("Idempotency-Key", key);
    }

    private void finished(String id, String status, String result, String error) {
        world.audit.finished(tenant.id(), id, status, result, error);
    }

    /** What reached Kafka, once it is there for others to read. */
    private List<BotCommand> sent() {
        return List.of(Topic.BOT_COMMANDS, Topic.BOT_CALLS).stream()
                .flatMap(topic -> world.in(topic, BotCommand.class).stream())
                .filter(command -> command.userId().value() == tenant.id())
                .toList();
    }
}
