package io.botyard.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.audit.bed.AuditBed;
import io.botyard.audit.bed.Door;
import io.botyard.audit.bed.Outcomes;
import io.botyard.contract.event.CallOutcome;
import io.botyard.contract.wire.Topic;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** What was counted, as admins get it from any instance. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActivityViewTest {
    private static final Duration LONG = Duration.ofSeconds(90);
    private AuditBed bed;
    private ConfigurableApplicationContext counting;
    private Door door;

    @BeforeAll
    void start() {
        bed = AuditBed.fresh();
        counting = bed.startCounting();
        door = Door.of(counting);
    }

    @AfterAll
    void stop() {
        bed.close();
    }

    @Test
    void anAdminSeesMinutesOfABotAndOfAllAndWhichBotsAreIll() {
        var now = bed.gateway().now();
        bed.tell().send(Topic.BOT_OUTCOMES, Outcomes.manyOf(4, 80, now, 1));
        bed.tell().send(Topic.BOT_OUTCOMES, Outcomes.failures(9, 5, now).toArray(CallOutcome[]::new));
        await().atMost(LONG).untilAsserted(() -> {
            assertThat(sum("/activity", "sends")).isEqualTo(85);
            assertThat(sum("/activity?user_id=9", "sends")).isEqualTo(5);
        });
        assertThat(sum("/activity", "failures")).isEqualTo(5);
        assertThat(sum("/activity", "throttled")).isEqualTo(85);
        assertThat(sum("/activity?user_id=3", "sends")).isEqualTo(20);
        var windows = json("/activity?user_id=3").path("windows");
        assertThat(windows).hasSizeBetween(60, 61);
        var minute = now.truncatedTo(ChronoUnit.MINUTES);
        var window = json("/activity?user_id=3&from=" + minute + "&to=" + minute.plusSeconds(60))
                .at("/windows/0");
        assertThat(window.path("from").asString()).startsWith(minute.toString().substring(0, 16));
        assertThat(window.at("/latency/count").asLong()).isEqualTo(20);
        assertThat(window.at("/latency/mean_ms").asLong()).isEqualTo(40);
        assertThat(window.at("/latency/buckets/1/up_to_ms").asLong()).isEqualTo(50);
        assertThat(window.at("/latency/buckets/1/count").asLong()).isEqualTo(20);

        await().atMost(LONG)
                .untilAsserted(() -> assertThat(json("/health").path("items")).hasSize(1));
        var ill = json("/health").at("/items/0");
        assertThat(ill.path("user_id").asLong()).isEqualTo(9);
        assertThat(ill.path("health").asString()).isEqualTo("unhealthy");
        assertThat(ill.path("consecutive_failures").asLong()).isEqualTo(5);
        var entries = json("/audit?action=bot_health_changed").path("items");
        assertThat(entries).hasSize(1);
        assertThat(entries.at("/0/user_id").asLong()).isEqualTo(9);
        assertThat(entries.at("/0/details/after").asString()).isEqualTo("unhealthy");
    }

    @Test
    void countingIsSaidToRunAndReadinessDoesNotWaitForIt() {
        var management = Door.ofManagement(counting);
        await().atMost(LONG)
                .until(() -> management.get("/actuator/health/readiness").statusCode() == 200);
        await().atMost(LONG)
                .until(() -> Door.json(management.get("/actuator/health/counting"))
                        .path("status")
                        .asString()
                        .equals("UP"));
        await().atMost(LONG)
                .untilAsserted(
                        () -> assertThat(management.get("/actuator/prometheus").body())
                                .contains("botyard_activity_counted_total")
                                .contains("botyard_health_changes_total{after=\"unhealthy\""));
    }

    @Test
    void stepsThatCannotBeMeantAreRefused() {
        for (var query : new String[] {
            "step=61",
            "step=90000",
            "from=2026-03-01T12:00:00Z&to=2026-03-01T12:00:00Z",
            "from=2026-03-01T12:00:00Z&to=2026-03-05T12:00:00Z",
            "user_id=0",
            "who=me"
        }) {
            assertThat(get("/activity?" + query).statusCode()).as(query).isEqualTo(422);
        }
        assertThat(get("/health?cursor=x").statusCode()).isEqualTo(422);
    }

    @Test
    void nobodyButAnAdminSeesAnyOfIt() {
        for (var path : new String[] {"/activity", "/health"}) {
            assertThat(door.get(path).statusCode()).isEqualTo(401);
            assertThat(door.get(path, bed.gateway().token(3, "user")).statusCode())
                    .isEqualTo(403);
        }
    }

    private long sum(String path, String field) {
        return json(path)
                .path("windows")
                .valueStream()
                .mapToLong(window -> window.path(field).asLong())
                .sum();
    }

    private JsonNode json(String path) {
        return Door.json(get(path));
    }

    private HttpResponse<String> get(String path) {
        return door.get(path, bed.gateway().token(1, "admin"));
    }
}
