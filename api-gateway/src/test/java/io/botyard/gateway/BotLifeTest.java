package io.botyard.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.RefusalCode;
import io.botyard.contract.command.RegisterBot;
import io.botyard.contract.command.VerifyBot;
import io.botyard.contract.wire.Topic;
import io.botyard.gateway.testing.Answer;
import io.botyard.gateway.testing.Lines;
import io.botyard.gateway.testing.SharesWorld;
import io.botyard.gateway.testing.World;
import io.botyard.secret.local.LocalTokenCipher;
import io.botyard.testkit.Tokens;
import io.botyard.testkit.TopicReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

@SharesWorld
class BotLifeTest {

    private static final String TOKEN = Tokens.of(4711).value();

    private final World world = World.shared();
    private final World.Tenant tenant = world.tenant();

    @Test
    void aBotIsRegisteredOnceTheWorkerSaysSo() {
        world.worker.plays(command -> List.of(Lines.registered((RegisterBot) command)));
        var created = tenant.http()
                .post(
                        "/api/user-bot/create",
                        "{\"bot_token\":\"%s\",\"max_requests_per_second\":0.5}".formatted(TOKEN));
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.field("bot_id")).isEqualTo("4711");
        assertThat(created.field("status")).isEqualTo("pending");
        assertThat(created.json().get("requires_verification").asBoolean()).isTrue();
        var command = registered();
        assertThat(command.limits().maxRequestsPerSecond()).isEqualByComparingTo(new BigDecimal("0.5"));
        assertThat(command.origin().actor().id().value()).isEqualTo(tenant.id());
        assertThat(command.origin().actor().ip()).isEqualTo("127.0.0.1");
        assertThat(created.header("X-Request-Id")).isEqualTo(command.origin().requestId());
    }

    @Test
    void aTokenReachesKafkaSealedForItsUserAndNoAnswerAtAll() {
        world.worker.plays(command -> List.of(Lines.registered((RegisterBot) command)));
        var created = tenant.http()
                .post(
                        "/api/user-bot/create",
                        "{\"bot_token\":\"%s\",\"api_id\":1,\"api_hash\":\"%s\"}"
                                .formatted(TOKEN, "0123456789abcdef".repeat(2)));
        assertThat(created.text()).doesNotContain(TOKEN);
        var cipher = LocalTokenCipher.open(world.keys.resolve("keyset.json"));
        assertThat(cipher.decrypt(registered().userId(), registered().token()).value())
                .isEqualTo(TOKEN);
        assertThat(registered().mtproto()).isNotNull();
        try (var reader = TopicReader.of(world.broker.connection(), Topic.BOT_COMMANDS.topicName())) {
            assertThat(reader.records())
                    .extracting(record -> new String(record.value(), StandardCharsets.UTF_8))
                    .noneMatch(value -> value.contains(TOKEN) || value.contains("0123456789abcdef"));
        }
    }

    @Test
    void whatTheWorkerRefusesIsAProblemOfTheSameCode() {
        for (var code : RefusalCode.values()) {
            world.worker.plays(command -> List.of(Lines.refused(command, code)));
            var answer = create();
            assertThat(answer.field("code")).isEqualTo(code.name().toLowerCase(Locale.ROOT));
            assertThat(answer.status()).isIn(403, 404, 409, 412, 422, 429);
        }
    }

    @Test
    void aReplyThatComesLateLeavesA202AndNothingBroken() {
        world.worker.plays(command -> List.of());
        var answer = tenant.http().with("Prefer", "wait=1").post("/api/user-bot/create", body());
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("Preference-Applied")).isEqualTo("wait=1");
        assertThat(answer.header("Location")).isEqualTo("/api/operations/" + answer.field("operation_id"));
        assertThat(answer.field("status")).isEqualTo("accepted");
        assertThat(answer.field("kind")).isEqualTo("register_bot");
        var command = registered();
        world.worker.reply(command, Lines.registered(command));
        world.worker.plays(next -> List.of(Lines.registered((RegisterBot) next)));
        assertThat(create().status()).isEqualTo(201);
    }

    @Test
    void respondAsyncIsAnsweredAtOnce() {
        world.worker.plays(command -> List.of());
        var answer = tenant.http().with("Prefer", "respond-async").post("/api/user-bot/create", body());
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("Preference-Applied")).isEqualTo("respond-async");
    }

    @Test
    void whatCannotBeReadAsAPreferenceIsIgnored() {
        world.worker.plays(command -> List.of(Lines.registered((RegisterBot) command)));
        var answer = tenant.http()
                .with("Prefer", "wait=31, wait=-1, handling=lenient")
                .post("/api/user-bot/create", body());
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Preference-Applied")).isEmpty();
    }

    @Test
    void statusShowsHalfARequestPerSecondAsSent() {
        world.schemas.bot(tenant.id(), "active", "0.5");
        world.schemas.run("INSERT INTO audit.usage VALUES (%d, %d, 12, '2026-01-02 03:04:05.678Z')"
                .formatted(tenant.id(), tenant.id() + 1000));
        var status = tenant.http().get("/api/user-bot/status");
        assertThat(status.status()).isEqualTo(200);
        assertThat(status.text()).contains("\"max_requests_per_second\":0.5,");
        assertThat(status.field("total_requests")).isEqualTo("12");
        assertThat(status.field("last_used_at")).isEqualTo("2026-01-02T03:04:05.678Z");
        assertThat(status.field("created_at")).isEqualTo("2026-01-02T03:04:05.000Z");
        assertThat(status.json().propertyNames())
                .containsExactlyInAnyOrder(
                        "id user_id bot_id bot_username status is_verified max_requests_per_second max_concurrent_requests admin_limits total_requests last_used_at created_at updated_at suspension_reason last_error health mtproto_configured"
                                .split(" "));
        assertThat(status.json().get("health").isNull()).isTrue();
    }

    @Test
    void withoutABotThereIsNothingToShowVerifyCallOrRemove() {
        var http = tenant.http();
        assertThat(List.of(
                        http.get("/api/user-bot/status"),
                        http.post("/api/user-bot/verify", "{}"),
                        http.post("/api/user-bot/messages", "{\"chat_id\":1,\"text\":\"hello\"}"),
                        http.delete("/api/user-bot/remove")))
                .allSatisfy(answer -> {
                    assertThat(answer.status()).isEqualTo(404);
                    assertThat(answer.field("code")).isEqualTo("no_bot");
                });
    }

    @Test
    void verifyingSaysWhichTelegramItWasAndWaitsForTheTestMessageToo() {
        world.schemas.bot(tenant.id(), "pending", "30");
        world.worker.plays(
                command -> List.of(Lines.testMessageSent((VerifyBot) command), Lines.verified((VerifyBot) command)));
        var answer = tenant.http().post("/api/user-bot/verify", "{\"send_test_message\":true,\"test_chat_id\":5}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("success").asBoolean()).isTrue();
        assertThat(answer.field("message")).contains("sandbox");
        assertThat(answer.field("bot_info.username")).isEqualTo("a_bot");
        assertThat(answer.field("test_message.message_id")).isEqualTo("42");
        assertThat(answer.json().at("/test_message/sent").asBoolean()).isTrue();
    }

    @Test
    void aVerificationThatFailedIsAnAnswerAndNotAProblem() {
        world.schemas.bot(tenant.id(), "pending", "30");
        world.worker.plays(command -> List.of(Lines.notVerified((VerifyBot) command)));
        var answer = tenant.http().post("/api/user-bot/verify", "{}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("success").asBoolean()).isFalse();
        assertThat(answer.field("reason")).isEqualTo("token_rejected");
        assertThat(answer.json().get("bot_info").isNull()).isTrue();
    }

    @Test
    void aTestMessageWithoutAChatIsNotValid() {
        world.schemas.bot(tenant.id(), "pending", "30");
        var answer = tenant.http().post("/api/user-bot/verify", "{\"send_test_message\":true}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.field("errors.0.field")).isEqualTo("test_chat_id");
    }

    @Test
    void aBotIsRemovedOnceTheWorkerSaysSo() {
        world.schemas.bot(tenant.id(), "active", "30");
        world.worker.plays(command -> List.of(Lines.removed(command)));
        var answer = tenant.http().delete("/api/user-bot/remove");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("success").asBoolean()).isTrue();
    }

    private Answer create() {
        return tenant.http().post("/api/user-bot/create", body());
    }

    private static String body() {
        return "{\"bot_token\":\"%s\"}".formatted(TOKEN);
    }

    private RegisterBot registered() {
        return world.in(Topic.BOT_COMMANDS, RegisterBot.class).stream()
                .filter(command -> command.userId().value() == tenant.id())
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }
}
