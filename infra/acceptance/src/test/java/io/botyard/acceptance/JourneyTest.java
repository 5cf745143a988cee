package io.botyard.acceptance;

import static io.botyard.acceptance.Person.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.contract.wire.KafkaConnection;
import io.botyard.contract.wire.Topic;
import io.botyard.standalone.Standalone;
import io.botyard.standalone.StandaloneSettings;
import io.botyard.testkit.Tokens;
import io.botyard.testkit.TopicReader;
import io.botyard.testkit.TopicWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** From HTTP through Kafka to Telegram and into the trail, all parts real. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JourneyTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Standalone botyard;

    @BeforeAll
    void start(@TempDir Path directory) {
        botyard = Standalone.start(StandaloneSettings.in(directory.resolve("botyard")));
    }

    @AfterAll
    void stop() {
        botyard.close();
    }

    @Test
    void aMessageReachesTelegramOnceAndTheTrailSaysWhoDidIt() {
        var anna = person("anna").withBot(700_001);
        var operation = anna.send("42", "hello");
        await().atMost(PATIENCE).until(() -> anna.statusOf(operation).equals("succeeded"));

        assertThat(sent(700_001)).hasSize(1);
        for (var action : List.of("bot_registered", "bot_verified")) {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(500))
                    .untilAsserted(() -> assertThat(actorsOf(action, anna)).containsExactly(anna.id()));
        }
    }

    @Test
    void anOperationIsThereAsSoonAsItIsAccepted() {
        var ben = person("ben").withBot(700_002);
        for (var i = 0; i < 100; i++) {
            assertThat(ben.statusOf(ben.send(Integer.toString(100 + i), "m" + i)))
                    .isIn("accepted", "succeeded");
        }
    }

    @Test
    void rule1WhatIsAnothersIsNotThere() {
        var carla = person("carla").withBot(700_003);
        var dora = person("dora").withBot(700_004);
        var operation = carla.send("42", "mine");
        assertThat(dora.get("/api/operations/" + operation).statusCode()).isEqualTo(404);
        assertThat(dora.delete("/api/user-bot/remove").statusCode()).isEqualTo(200);
        assertThat(json(carla.get("/api/user-bot/status")).path("status").asString())
                .isEqualTo("active");
    }

    @Test
    void rule3ATelegramBotBelongsToOneUser() {
        person("emil").withBot(700_005);
        var fritz = person("fritz");
        fritz.post(
                "/api/user-bot/create", Map.of("bot_token", Tokens.of(700_005).value()));
        var refused = fritz.post("/api/user-bot/verify", Map.of());
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).path("code").asString()).isEqualTo("bot_taken");
    }

    @Test
    void rule3OfAHundredCreatesAtOnceOneSucceeds() throws Exception {
        var paul = person("paul");
        var body = Map.of("bot_token", Tokens.of(700_008).value());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var creates = Collections.nCopies(100, (Callable<Integer>)
                    () -> paul.post("/api/user-bot/create", body).statusCode());
            var statuses =
                    threads.invokeAll(creates).stream().map(Future::resultNow).toList();
            assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
        }
    }

    @Test
    void rule11HalfARequestPerSecondRoundTrips() {
        var greta = person("greta");
        greta.post(
                "/api/user-bot/create",
                Map.of("bot_token", Tokens.of(700_006).value(), "max_requests_per_second", 0.5));
        assertThat(greta.get("/api/user-bot/status").body()).contains("\"max_requests_per_second\":0.5");
    }

    @Test
    void aPoisonRecordOnEachTopicIsSetAsideAndThePathGoesOn() {
        var kafka = new KafkaConnection(botyard.kafka(), Map.of());
        var poisoned =
                List.of(Topic.BOT_COMMANDS, Topic.BOT_CALLS, Topic.BOT_EVENTS, Topic.BOT_OUTCOMES, Topic.AUDIT_ACCESS);
        var hans = person("hans").withBot(700_007);
        try (var topics = TopicWriter.to(kafka)) {
            for (var topic : poisoned) {
                topics.sendRaw(new ProducerRecord<>(
                        topic.topicName(), null, Long.toString(hans.id()), "{poison".getBytes(StandardCharsets.UTF_8)));
            }
        }
        var operation = hans.send("42", "after the poison");
        await().atMost(PATIENCE).until(() -> hans.statusOf(operation).equals("succeeded"));
        for (var topic : poisoned) {
            try (var letters = TopicReader.of(kafka, topic.deadLetterName())) {
                await().atMost(PATIENCE)
                        .untilAsserted(() ->
                                assertThat(letters.records()).as(topic.name()).isNotEmpty());
            }
        }
    }

    @Test
    void anAdminSeesThatTheWorkerHoldsEverythingAndLeavesNothingLying() {
        var ludwig = person("ludwig").withBot(700_009);
        ludwig.send("42", "hello");
        var root = admin();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
            var answer = root.get("/api/admin/fleet");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            var fleet = json(answer);
            var worker = fleet.at("/workers/0");
            assertThat(fleet.path("workers")).hasSize(1);
            assertThat(worker.path("silent").asBoolean()).isFalse();
            assertThat(worker.path("partitions"))
                    .hasSize(fleet.path("partitions").asInt());
            assertThat(worker.path("resident_bots").asInt()).isPositive();
            assertThat(fleet.path("unowned_partitions")).isEmpty();
            assertThat(fleet.path("lag")
                            .valueStream()
                            .map(lag -> lag.path("topic").asString() + " "
                                    + lag.path("records").asLong() + " " + lag.path("age_seconds")))
                    .containsExactly("bot.commands 0 null", "bot.calls 0 null");
        });
    }

    @Test
    void everybodyIsToldWhichTelegramThisIs() {
        assertThat(person("ida").get("/api/about").body()).containsIgnoringCase("sandbox");
    }

    private List<Long> actorsOf(String action, Person whose) {
        return json(admin().get("/api/admin/audit?action=" + action + "&user_id=" + whose.id()))
                .path("items")
                .valueStream()
                .map(entry -> entry.path("actor").path("id").asLong())
                .toList();
    }

    private Person person(String name) {
        return Person.registeredAt(botyard.gateway(), name);
    }

    private Person admin() {
        return Person.loggedInAt(
                botyard.gateway(),
                botyard.admin().email(),
                botyard.admin().password().orElseThrow());
    }

    private List<JsonNode> sent(long bot) {
        return new Ledger(botyard.sandbox().orElseThrow()).messagesOf(bot);
    }
}
