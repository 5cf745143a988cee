package io.botyard.acceptance;

import static io.botyard.acceptance.Person.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.contract.wire.WireJson;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Rule 6: what the gateway answered, what arrived at Telegram and what the trail says tell one story, though workers and
 * audit services are killed, frozen and stopped meanwhile.
 */
@Tag("faults")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ThreeLedgersTest {

    private static final Set<String> SERVICES = Set.of("api-gateway", "bot-worker", "audit-service");
    private static final Path MONITORING = Path.of("../monitoring");
    private static final int USERS = 12;
    private static final long FIRST_BOT = 600_001;
    private static final long APART_SECONDS = 6;
    private static final Duration LONG = Duration.ofMinutes(2);

    private Deployment botyard;
    private Person admin;
    private List<BotsLife> lives;

    @BeforeAll
    void live(@TempDir Path directory) throws Exception {
        botyard = new Deployment(directory);
        botyard.start();
        admin = Person.loggedInAt(botyard.gateway(), Deployment.ADMIN_EMAIL, Person.PASSWORD);
        lives = IntStream.range(0, USERS)
                .mapToObj(i -> new BotsLife(Person.registeredAt(botyard.gateway(), "user" + i), admin, FIRST_BOT + i))
                .toList();
        liveThroughDisasters();
    }

    @AfterAll
    void stop() {
        botyard.close();
    }

    @Test
    void rule6WhatWasAnsweredIsWhatArrived() {
        for (var life : lives) {
            assertArrivals(life, new Ledger(botyard.telegram()));
        }
    }

    @Test
    void rule6WhatWasAnsweredIsWhatTheTrailSays() {
        for (var life : lives) {
            assertThat(life.deeds())
                    .filteredOn(deed -> !deed.isCall())
                    .allMatch(deed -> deed.status().equals("succeeded"));
            // Each look is an entry, too.
            await().atMost(LONG).pollInterval(Duration.ofSeconds(3)).untilAsserted(() -> assertEntries(life));
        }
    }

    @Test
    void everyCallIsCountedOnce() {
        assertThat(lives).allSatisfy(life -> assertThat(life.requests()).isEqualTo(life.made()));
    }

    /** Three start first, one of them is killed and comes back as another, one is frozen, and one stops and comes back. */
    @Test
    void anAdminSeesWhoWorksAndWhoDied() {
        await().atMost(LONG).pollInterval(Duration.ofSeconds(3)).untilAsserted(() -> {
            var fleet = json(admin.get("/api/admin/fleet"));
            var silent = workers(fleet, true);
            var working = workers(fleet, false);
            assertThat(silent).as(fleet.toString()).hasSize(1);
            assertThat(silent.getFirst().path("partitions")).isEmpty();
            assertThat(working).as(fleet.toString()).hasSize(3);
            assertThat(working.stream()
                            .flatMap(worker -> worker.path("partitions").valueStream())
                            .map(JsonNode::asInt))
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, fleet.path("partitions").asInt())
                                    .boxed()
                                    .toList());
            assertThat(fleet.path("unowned_partitions")).isEmpty();
        });
    }

    @Test
    void everyMetricThatDashboardsAndAlertsNameIsThere() throws IOException {
        var metrics = Metrics.in(botyard.scrapes());
        assertThat(metrics.missing(MONITORING.resolve("alerts.yaml"))).isEmpty();
        assertThat(metrics.missing(MONITORING.resolve("grafana/botyard.json"))).isEmpty();
        assertThat(metrics.labelsByName().entrySet())
                .as("a label for each user is a metric for each user")
                .noneMatch(metric -> metric.getValue().contains("user_id"));
    }

    @Test
    void everyLineOfALogIsAnEcsDocument() {
        assertThat(botyard.logged())
                .isNotEmpty()
                .allMatch(line -> isEcs(WireJson.mapper().readTree(line)));
    }

    private static List<JsonNode> workers(JsonNode fleet, boolean silent) {
        return fleet.path("workers")
                .valueStream()
                .filter(worker -> worker.path("silent").asBoolean() == silent)
                .toList();
    }

    private static boolean isEcs(JsonNode said) {
        return said.path("@timestamp").isString()
                && said.path("log").path("level").isString()
                && said.path("message").isString()
                && SERVICES.contains(said.path("service").path("name").asString());
    }

    /** All at once, while something happens to one process after the other. */
    private void liveThroughDisasters() throws Exception {
        try (var people = Executors.newVirtualThreadPerTaskExecutor();
                var hands = Executors.newSingleThreadScheduledExecutor()) {
            var lived = lives.stream()
                    .map(life -> people.submit((Callable<BotsLife>) life::lived))
                    .toList();
            var disasters = disasters(hands);
            for (var one : lived) {
                var _ = one.get();
            }
            for (var disaster : disasters) {
                var _ = disaster.get();
            }
        }
    }

    private List<Future<?>> disasters(ScheduledExecutorService hands) {
        var what = List.<Runnable>of(
                () -> botyard.worker(0).kill(),
                () -> botyard.worker(0).start(),
                () -> botyard.audit(1).kill(),
                () -> botyard.worker(1).freeze(),
                () -> botyard.audit(1).start(),
                () -> botyard.audit(0).freeze(),
                () -> botyard.worker(1).thaw(),
                () -> botyard.worker(2).stop(),
                () -> botyard.audit(0).thaw(),
                () -> botyard.worker(2).start(),
                () -> botyard.audit(0).kill(),
                () -> botyard.audit(0).start());
        var disasters = new ArrayList<Future<?>>();
        for (var i = 0; i < what.size(); i++) {
            disasters.add(hands.schedule(what.get(i), (1 + i) * APART_SECONDS, TimeUnit.SECONDS));
        }
        return disasters;
    }

    /** A message that succeeded arrived once, one of which nobody knows at most once, and no other at all. */
    private static void assertArrivals(BotsLife life, Ledger telegram) {
        var arrivals = telegram.messagesOf(life.bot()).stream()
                .map(call -> call.path("parameters").path("text").asString())
                .collect(Collectors.groupingBy(text -> text, Collectors.counting()));
        for (var deed : life.deeds()) {
            var times = arrivals.getOrDefault(deed.request(), 0L);
            switch (deed.status()) {
                case "succeeded" -> assertThat(times).as(deed.toString()).isEqualTo(deed.isCall() ? 1 : 0);
                case "unknown" -> assertThat(times).as(deed.toString()).isLessThanOrEqualTo(1);
                default -> assertThat(times).as(deed.toString()).isZero();
            }
        }
        assertThat(arrivals.keySet())
                .isSubsetOf(life.deeds().stream().map(Deed::request).toList());
    }

    /** In their order, one for each change and none for anything else. */
    private void assertEntries(BotsLife life) {
        var entries = new ArrayList<>(entries(life).stream()
                .filter(entry -> entry.path("action").asString().startsWith("bot_")
                        || entry.path("action").asString().startsWith("command_"))
                .map(entry -> entry.path("request_id").asString() + " "
                        + entry.path("action").asString() + " "
                        + entry.path("outcome").asString())
                .toList());
        assertThat(entries.reversed())
                .isEqualTo(life.deeds().stream()
                        .filter(deed -> !deed.isCall())
                        .map(deed -> deed.request() + " " + deed.action() + " ok")
                        .toList());
        var verified =
                json(admin.get("/api/admin/audit/verify?user_id=" + life.user().id()));
        assertThat(verified.path("intact").asBoolean()).as(verified.toString()).isTrue();
    }

    private List<JsonNode> entries(BotsLife life) {
        var answer =
                admin.get("/api/admin/audit?limit=100&user_id=" + life.user().id());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).path("items").valueStream().toList();
    }
}
