package io.botyard.audit;

import static io.botyard.audit.bed.Happenings.failed;
import static io.botyard.audit.bed.Happenings.head;
import static io.botyard.audit.bed.Happenings.registered;
import static io.botyard.audit.bed.Happenings.succeeded;
import static io.botyard.audit.bed.Happenings.unknown;
import static io.botyard.audit.bed.Happenings.verified;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.audit.bed.AuditBed;
import io.botyard.audit.bed.Door;
import io.botyard.audit.bed.Happenings;
import io.botyard.contract.BotId;
import io.botyard.contract.BotRowId;
import io.botyard.contract.BotStatus;
import io.botyard.contract.CommandId;
import io.botyard.contract.Json;
import io.botyard.contract.Refusal;
import io.botyard.contract.RefusalCode;
import io.botyard.contract.SealedSecret;
import io.botyard.contract.VerificationFailure;
import io.botyard.contract.event.BotTokenRejected;
import io.botyard.contract.event.BotVerificationFailed;
import io.botyard.contract.event.CallError;
import io.botyard.contract.event.CallHead;
import io.botyard.contract.event.CallOutcome;
import io.botyard.contract.event.CallParked;
import io.botyard.contract.event.CallRefused;
import io.botyard.contract.event.CallSucceeded;
import io.botyard.contract.event.CommandRefused;
import io.botyard.contract.wire.Topic;
import io.botyard.testkit.Commands;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** What an API client learns of a command. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperationsTest {
    private final Commands commands =
            Commands.by(Clock.fixed(Happenings.NOON, Clock.systemUTC().getZone()));

    @AutoClose
    private final AuditBed bed = AuditBed.fresh();

    private final ConfigurableApplicationContext instance = bed.start();

    @Test
    void anAcceptedCallIsSeenWithEveryFieldAndNoContent() {
        var call = commands.sendMessage(41, 7, "99", "hello");
        bed.tell().send(Topic.BOT_CALLS, call);
        assertThat(operation(call.commandId()).toString())
                .isEqualTo("{\"operation_id\":\"" + call.commandId() + "\",\"user_id\":41,\"kind\":\"call_method\","
                        + "\"method\":\"sendMessage\",\"status\":\"accepted\",\"attempts\":0,"
                        + "\"accepted_at\":\"2026-03-01T12:00:00.123Z\",\"finished_at\":null,\"not_before\":null,"
                        + "\"repeated\":false,\"migrated_to_chat_id\":null,\"result\":null,\"result_omitted\":false,\"error\":null,"
                        + "\"late_outcome\":null}");
    }

    @Test
    void anOutcomeReadBeforeItsAcceptanceEndsTheSameOperation() {
        var call = commands.sendMessage(41, 7, "99", "hello");
        bed.tell().send(Topic.BOT_OUTCOMES, succeeded(call.commandId(), 41, "{\"message_id\":5}"));
        assertThat(operation(call.commandId()).get("accepted_at").isNull()).isTrue();
        bed.tell().send(Topic.BOT_CALLS, call);
        var operation = settled(call.commandId());
        assertThat(operation.get("accepted_at").stringValue()).isEqualTo("2026-03-01T12:00:00.123Z");
        assertThat(operation.get("status").stringValue()).isEqualTo("succeeded");
        assertThat(operation.get("result").get("message_id").intValue()).isEqualTo(5);
    }

    @Test
    void aFailureTellsWhatTelegramSaid() {
        var id = Happenings.newCommand();
        var error = new CallError(
                CallError.TELEGRAM_REFUSED,
                "Telegram refused.",
                new CallError.TelegramError(429, "Too Many Requests", 7));
        bed.tell().send(Topic.BOT_OUTCOMES, failed(id, 41, error));
        var operation = operation(id);
        assertThat(operation.get("status").stringValue()).isEqualTo("failed");
        assertThat(operation.get("attempts").intValue()).isEqualTo(2);
        assertThat(operation.get("error").toString())
                .isEqualTo("{\"code\":\"telegram_refused\",\"message\":\"Telegram refused.\","
                        + "\"telegram\":{\"error_code\":429,\"description\":\"Too Many Requests\",\"retry_after\":7}}");
    }

    @Test
    void anUnknownOutcomeKeepsItsStatusAndLearnsTheLaterOne() {
        var id = Happenings.newCommand();
        bed.tell().send(Topic.BOT_OUTCOMES, unknown(id, 41), succeeded(id, 41, "{}"));
        var operation = settled(id);
        assertThat(operation.get("status").stringValue()).isEqualTo("unknown");
        assertThat(operation.get("late_outcome").stringValue()).isEqualTo("succeeded");
    }

    @Test
    void aCallThatWasNeverMadeIsRefusedAndCountsAsNoUse() {
        var id = Happenings.newCommand();
        bed.tell()
                .send(
                        Topic.BOT_OUTCOMES,
                        new CallRefused(
                                head(id, 51, CallOutcome.KIND),
                                Happenings.call(0),
                                new Refusal(RefusalCode.BOT_REMOVED, "The bot is gone.")));
        assertThat(operation(id).get("error").get("code").stringValue()).isEqualTo("bot_removed");
        assertThat(bed.count("audit.usage WHERE user_id = 51")).isZero();
    }

    @Test
    void aRegistrationEndsByItsEvent() {
        var command = commands.registerBot(43, 4711, new SealedSecret("sealed"));
        bed.tell().send(Topic.BOT_COMMANDS, command);
        bed.tell().send(Topic.BOT_EVENTS, registered(command.commandId(), 43));
        var operation = settled(command.commandId());
        assertThat(operation.get("kind").stringValue()).isEqualTo("register_bot");
        assertThat(operation.get("status").stringValue()).isEqualTo("succeeded");
        assertThat(operation.get("result").toString())
                .isEqualTo("{\"id\":7,\"bot_id\":4711,\"bot_username\":\"a_bot\",\"status\":\"pending\"}");
    }

    @Test
    void aVerificationThatFoundTheTokenBadHasSucceededInFindingOut() {
        var good = Happenings.newCommand();
        var bad = Happenings.newCommand();
        bed.tell()
                .send(
                        Topic.BOT_EVENTS,
                        verified(good, 44),
                        new BotVerificationFailed(
                                head(bad, 44, "bot_verification_failed"),
                                new BotRowId(7),
                                BotStatus.ERROR,
                                VerificationFailure.TOKEN_REJECTED,
                                "Telegram does not know this token."));
        assertThat(operation(good).get("result").toString())
                .contains("\"success\":true,\"is_verified\":true")
                .contains("\"bot_info\":{\"id\":4711,\"username\":\"a_bot\",\"first_name\":\"A Bot\",\"is_bot\":true}");
        assertThat(operation(bad).get("status").stringValue()).isEqualTo("succeeded");
        assertThat(operation(bad).get("result").toString())
                .contains("\"success\":false")
                .contains("\"reason\":\"token_rejected\"");
    }

    @Test
    void aRefusedCommandTellsTheRule() {
        var id = Happenings.newCommand();
        bed.tell()
                .send(
                        Topic.BOT_EVENTS,
                        new CommandRefused(
                                head(id, 45, "command_refused"),
                                "register_bot",
                                new Refusal(RefusalCode.BOT_ALREADY_EXISTS, "One bot per user.")));
        var operation = operation(id);
        assertThat(operation.get("kind").stringValue()).isEqualTo("register_bot");
        assertThat(operation.get("status").stringValue()).isEqualTo("refused");
        assertThat(operation.get("error").get("code").stringValue()).isEqualTo("bot_already_exists");
    }

    @Test
    void aRejectedTokenEndsNoOperation() {
        var call = commands.sendMessage(46, 7, "99", "hello");
        bed.tell().send(Topic.BOT_CALLS, call);
        bed.tell()
                .send(
                        Topic.BOT_EVENTS,
                        new BotTokenRejected(
                                head(call.commandId(), 46, "bot_token_rejected"),
                                new BotRowId(7),
                                new BotId(4711),
                                BotStatus.ERROR));
        assertThat(settled(call.commandId()).get("status").stringValue()).isEqualTo("accepted");
    }

    @Test
    void aParkedCallSaysWhenItMayGoOnAndWhatHasEndedIsNotParkedAnyMore() {
        var call = commands.sendMessage(47, 7, "99", "hello");
        var notBefore = Instant.parse("2026-03-04T05:06:07Z");
        var parked = new CallParked(
                head(call.commandId(), 47, CallParked.KIND),
                new CallHead(new BotRowId(7), "sendMessage", "99", 1),
                notBefore);
        bed.tell().send(Topic.BOT_CALLS, call);
        bed.tell().send(Topic.BOT_OUTCOMES, parked);
        var waiting = settled(call.commandId());
        assertThat(waiting.get("status").stringValue()).isEqualTo("parked");
        assertThat(Instant.parse(waiting.get("not_before").stringValue())).isEqualTo(notBefore);
        assertThat(waiting.get("attempts").intValue()).isEqualTo(1);
        assertThat(waiting.get("finished_at").isNull()).isTrue();

        bed.tell().send(Topic.BOT_OUTCOMES, succeeded(call.commandId(), 47, "{}"), parked);
        var ended = settled(call.commandId());
        assertThat(ended.get("status").stringValue()).isEqualTo("succeeded");
        assertThat(ended.get("not_before").isNull()).isTrue();
    }

    @Test
    void aCallThatFollowedItsChatSaysWhereTheChatIs() {
        var call = commands.sendMessage(48, 7, "-7", "hello");
        var done = new CallSucceeded(
                head(call.commandId(), 48, CallOutcome.KIND),
                new CallHead(new BotRowId(7), "sendMessage", "-7", 2, -1_001_234_567_890L, null, null),
                new Json("{}"),
                false,
                false);
        bed.tell().send(Topic.BOT_CALLS, call);
        bed.tell().send(Topic.BOT_OUTCOMES, done);
        assertThat(settled(call.commandId()).get("migrated_to_chat_id").longValue())
                .isEqualTo(-1_001_234_567_890L);
    }

    @Test
    void somebodyElsesOperationAndAnAbsentOneLookAlike() {
        var id = Happenings.newCommand();
        bed.tell().send(Topic.BOT_OUTCOMES, succeeded(id, 41, "{}"));
        operation(id);
        var theirs = Door.of(instance).get("/operations/" + id, bed.gateway().token(42, "user"));
        var absent = Door.of(instance)
                .get("/operations/" + UUID.randomUUID(), bed.gateway().token(42, "user"));
        assertThat(theirs.statusCode()).isEqualTo(404);
        assertThat(theirs.body()).isEqualTo(absent.body());
        assertThat(Door.of(instance)
                        .get("/operations/" + id, bed.gateway().token(1, "admin"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void anIdThatIsNoneIsMalformed() {
        var answer = Door.of(instance).get("/operations/x", bed.gateway().token(42, "user"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
    }

    private JsonNode settled(CommandId id) {
        await().atMost(Duration.ofSeconds(20)).until(bed::everythingIsRead);
        return operation(id);
    }

    private JsonNode operation(CommandId id) {
        var token = bed.gateway().token(1, "admin");
        var answer = await().atMost(Duration.ofSeconds(20))
                .until(() -> Door.of(instance).get("/operations/" + id, token), got -> got.statusCode() == 200);
        return Door.json(answer);
    }
}
