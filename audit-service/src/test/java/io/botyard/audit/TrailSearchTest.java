package io.botyard.audit;

import static io.botyard.audit.bed.Happenings.NOON;
import static io.botyard.audit.bed.Happenings.head;
import static io.botyard.audit.bed.Happenings.loginFailed;
import static io.botyard.audit.bed.Happenings.newCommand;
import static io.botyard.audit.bed.Happenings.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.audit.bed.AuditBed;
import io.botyard.audit.bed.Door;
import io.botyard.contract.Message;
import io.botyard.contract.wire.Topic;
import io.botyard.testkit.Actors;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** What an admin finds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrailSearchTest {
    private AuditBed bed;
    private ConfigurableApplicationContext instance;

    @BeforeAll
    void setUp() {
        bed = AuditBed.fresh();
        instance = bed.start();
        bed.tell().send(Topic.BOT_EVENTS, events(41, 30, 0));
        bed.tell().send(Topic.BOT_EVENTS, events(42, 30, 0));
        bed.tell().send(Topic.AUDIT_ACCESS, loginFailed(Actors.nobody()));
        await().atMost(Duration.ofSeconds(20)).until(bed::everythingIsRead);
    }

    @AfterAll
    void tearDown() {
        bed.close();
    }

    @Test
    void anItemHasEveryFieldOfTheContract() {
        var item = search("?action=login_failed").get("items").get(0);
        assertThat(item.toString())
                .startsWith("{\"seq\":1,\"at\":\"2026-03-01T12:00:00.123Z\",\"actor\":{\"id\":0,\"role\":\"nobody\","
                        + "\"ip\":\"192.0.2.7\",\"user_agent\":\"testkit\"},\"action\":\"login_failed\",\"user_id\":0,"
                        + "\"outcome\":\"denied\",\"details\":{\"email_hash\":\"aaaa")
                .contains("\"request_id\":\"req-login\",\"hash\":\"");
        assertThat(item.get("hash").stringValue()).matches("[0-9a-f]{64}");
    }

    @Test
    void theNewestComeFirstAndFiftyAtATime() {
        var page = search("");
        assertThat(page.get("items").size()).isEqualTo(50);
        assertThat(times(page)).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(page.get("next_cursor").isString()).isTrue();
    }

    @Test
    void goingOnByCursorSkipsAndRepeatsNothingWhileOthersWrite() {
        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var page = search("?user_id=42&limit=7" + cursor);
            page.get("items").forEach(item -> seen.add(item.get("hash").stringValue()));
            cursor = page.get("next_cursor").isNull()
                    ? ""
                    : "&cursor=" + page.get("next_cursor").stringValue();
            bed.tell().send(Topic.BOT_EVENTS, events(42, 1, 500 + seen.size()));
            await().atMost(Duration.ofSeconds(20)).until(bed::everythingIsRead);
        } while (!cursor.isEmpty());
        assertThat(seen).hasSize(30);
        assertThat(new HashSet<>(seen)).hasSize(30);
    }

    @Test
    void everyFilterNarrows() {
        assertThat(search("?user_id=41&limit=200").get("items").size()).isEqualTo(30);
        assertThat(search("?actor_id=41&limit=200").get("items").size()).isEqualTo(30);
        assertThat(search("?outcome=denied").get("items").size()).isEqualTo(1);
        assertThat(search("?action=bot_removed").get("items").size()).isZero();
        assertThat(search("?user_id=41&outcome=denied").get("items").size()).isZero();
        var from = NOON.plusSeconds(10);
        var to = NOON.plusSeconds(20);
        assertThat(search("?user_id=41&from=" + from + "&to=" + to).get("items").size())
                .isEqualTo(10);
    }

    @Test
    void aSearchThatFindsNothingIsEmptyAndEnds() {
        assertThat(search("?user_id=9999").toString()).isEqualTo("{\"items\":[],\"next_cursor\":null}");
    }

    @Test
    void aBadSearchIsAProblemThatNamesEveryParameter() {
        var answer = Door.of(instance)
                .get("/audit?limit=201&outcome=x", bed.gateway().token(1, "admin"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        var problem = Door.json(answer);
        assertThat(problem.get("code").stringValue()).isEqualTo("validation_failed");
        assertThat(problem.get("type").stringValue()).isEqualTo("/problems/validation_failed");
        assertThat(problem.get("errors").size()).isEqualTo(2);
    }

    private static Message[] events(long user, int count, int from) {
        return IntStream.range(from, from + count)
                .mapToObj(i -> registered(head(newCommand(), "bot_registered", Actors.user(user), NOON.plusSeconds(i))))
                .toArray(Message[]::new);
    }

    private static List<String> times(JsonNode page) {
        var times = new ArrayList<String>();
        page.get("items").forEach(item -> times.add(item.get("at").stringValue()));
        return times;
    }

    private JsonNode search(String query) {
        var answer = Door.of(instance).get("/audit" + query, bed.gateway().token(1, "admin"));
        assertThat(answer.statusCode()).isEqualTo(200);
        return Door.json(answer);
    }
}
