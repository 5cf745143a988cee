package io.botyard.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.RefusalCode;
import io.botyard.contract.command.BotCommand;
import io.botyard.contract.command.RegisterBot;
import io.botyard.contract.wire.Topic;
import io.botyard.gateway.testing.Answer;
import io.botyard.gateway.testing.Client;
import io.botyard.gateway.testing.Lines;
import io.botyard.gateway.testing.RunningGateway;
import io.botyard.gateway.testing.SharesWorld;
import io.botyard.gateway.testing.World;
import io.botyard.testkit.Tokens;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With a key a request is run once, also when it is sent many times at once, and to several gateways. */
@SharesWorld
class IdempotencyAtOnceTest {

    private static final String MESSAGES = "/api/user-bot/messages";
    private static final String HELLO = "{\"chat_id\":1,\"text\":\"hello\"}";
    private static final String CREATE =
            "{\"bot_token\":\"%s\"}".formatted(Tokens.of(4711).value());

    private final World world = World.shared();
    private final World.Tenant tenant = world.tenant();

    @BeforeEach
    void anActiveBot() {
        world.schemas.bot(tenant.id(), "active", "30");
        world.worker.plays(command -> List.of());
    }

    @Test
    void aHundredCreatesAtOnceWithOneKeyAreOneCommandAndOneAnswer() throws Exception {
        world.worker.plays(command -> {
            world.audit.finished(
                    tenant.id(),
                    command.commandId().toString(),
                    "succeeded",
                    "{\"id\":77,\"bot_id\":4711,\"bot_username\":null,\"status\":\"pending\"}",
                    "null");
            return List.of(Lines.registered((RegisterBot) command));
        });
        var answers = atOnce(100, number -> () -> keyed("k-10").post("/api/user-bot/create", CREATE));
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.json()).isEqualTo(answers.getFirst().json());
        });
        assertThat(answers.stream()
                        .filter(answer -> answer.header("Idempotency-Replayed").isEmpty()))
                .hasSize(1);
        assertThat(sent()).hasSize(1);
    }

    @Test
    void rule3AHundredCreatesAtOnceWithKeysOfTheirOwnMakeOneBot() throws Exception {
        var made = new AtomicBoolean();
        world.worker.plays(command -> List.of(
                made.compareAndSet(false, true)
                        ? Lines.registered((RegisterBot) command)
                        : Lines.refused(command, RefusalCode.BOT_ALREADY_EXISTS)));
        var answers = atOnce(100, number -> () -> keyed("k-11-" + number).post("/api/user-bot/create", CREATE));
        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() == 409)).hasSize(99);
        assertThat(sent()).hasSize(100);
    }

    @Test
    void aRepeatIsKnownOnAnotherGatewayAlsoWhileTheFirstIsStillAsked() throws Exception {
        try (var other = world.start(Map.of())) {
            var token = world.token(tenant.email());
            var there = other.client().bearing(token).with("Idempotency-Key", "k-12");
            var first = keyed("k-12").post(MESSAGES, HELLO);
            var again = there.post(MESSAGES, HELLO);
            assertThat(again.field("operation_id")).isEqualTo(first.field("operation_id"));
            assertThat(there.post(MESSAGES, "{\"chat_id\":1,\"text\":\"else\"}").field("code"))
                    .isEqualTo("idempotency_key_reused");
            var both = atOnce(
                    40, number -> () -> (number % 2 == 0 ? keyed("k-13") : there(other, token)).post(MESSAGES, HELLO));
            assertThat(both.stream().map(answer -> answer.field("operation_id")).distinct())
                    .hasSize(1);
            assertThat(sent()).hasSize(2);
        }
    }

    private Client keyed(String key) {
        return tenant.http().with("Idempotency-Key", key);
    }

    private static Client there(RunningGateway other, String token) {
        return other.client().bearing(token).with("Idempotency-Key", "k-13");
    }

    private static List<Answer> atOnce(int many, IntFunction<Supplier<Answer>> asking) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads
                    .invokeAll(IntStream.range(0, many)
                            .mapToObj(asking)
                            .<Callable<Answer>>map(one -> one::get)
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }

    /** What reached Kafka, once it is there for others to read. */
    private List<BotCommand> sent() {
        return List.of(Topic.BOT_COMMANDS, Topic.BOT_CALLS).stream()
                .flatMap(topic -> world.in(topic, BotCommand.class).stream())
                .filter(command -> command.userId().value() == tenant.id())
                .toList();
    }
}
