package io.botyard.audit;

import static io.botyard.audit.bed.Happenings.NOON;
import static io.botyard.audit.bed.Happenings.succeeded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.audit.bed.AuditBed;
import io.botyard.audit.bed.Door;
import io.botyard.contract.command.CallMethod;
import io.botyard.contract.wire.Topic;
import io.botyard.testkit.Commands;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** A user goes through what they asked for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperationListTest {
    @AutoClose
    private final AuditBed bed = AuditBed.fresh();

    private final ConfigurableApplicationContext instance = bed.start();

    @Test
    void goingOnByCursorSkipsAndRepeatsNothingWhileNewOnesArriveAndOldOnesEnd() {
        var calls = calls(61, 25);
        calls.forEach(call -> bed.tell().send(Topic.BOT_CALLS, call));
        settle();
        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var page = list(61, "?limit=7" + cursor);
            page.get("items").forEach(item -> seen.add(item.get("operation_id").stringValue()));
            cursor = page.get("next_cursor").isNull()
                    ? ""
                    : "&cursor=" + page.get("next_cursor").stringValue();
            bed.tell().send(Topic.BOT_CALLS, call(61, 1000 + seen.size()));
            bed.tell()
                    .send(
                            Topic.BOT_OUTCOMES,
                            succeeded(calls.get(seen.size() - 1).commandId(), 61, "{}"));
            settle();
        } while (!cursor.isEmpty());
        assertThat(seen)
                .containsExactlyElementsOf(calls.reversed().stream()
                        .map(call -> call.commandId().toString())
                        .toList());
    }

    @Test
    void anOperationKeepsItsPlaceWhenItsAcceptanceIsReadAfterItsEnd() {
        var late = call(62, 5);
        bed.tell().send(Topic.BOT_OUTCOMES, succeeded(late.commandId(), 62, "{}"));
        bed.tell().send(Topic.BOT_CALLS, call(62, 20));
        settle();
        var before = ids(list(62, ""));
        bed.tell().send(Topic.BOT_CALLS, late);
        settle();
        assertThat(ids(list(62, ""))).isEqualTo(before);
    }

    @Test
    void anItemIsTheSameAsTheOperationByItself() {
        var call = call(63, 0);
        bed.tell().send(Topic.BOT_CALLS, call);
        settle();
        var alone = Door.of(instance)
                .get("/operations/" + call.commandId(), bed.gateway().token(63, "user"));
        assertThat(list(63, "").toString()).isEqualTo("{\"items\":[" + alone.body() + "],\"next_cursor\":null}");
    }

    @Test
    void rule1NobodySeesAnothersAndAnAdminNoMoreThanTheirOwn() {
        bed.tell().send(Topic.BOT_CALLS, call(64, 0));
        settle();
        assertThat(ids(list(65, ""))).isEmpty();
        assertThat(Door.of(instance)
                        .get("/operations", bed.gateway().token(1, "admin"))
                        .body())
                .isEqualTo("{\"items\":[],\"next_cursor\":null}");
        assertThat(Door.of(instance).get("/operations").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"limit=0", "limit=201", "limit=x", "cursor=x", "cursor=MToxOjE", "user_id=64", "limit=1&limit=2"
            })
    void aBadQueryIsAProblemThatNamesTheParameter(String query) {
        var answer = get(64, "?" + query);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Door.json(answer).get("code").stringValue()).isEqualTo("validation_failed");
        assertThat(Door.json(answer).get("errors").get(0).get("field").stringValue())
                .isEqualTo(query.substring(0, query.indexOf('=')));
    }

    private static List<CallMethod> calls(long user, int count) {
        return Stream.iterate(0, i -> i + 1)
                .limit(count)
                .map(i -> call(user, i))
                .toList();
    }

    private static CallMethod call(long user, int seconds) {
        var clock = Clock.fixed(NOON.plusSeconds(seconds), ZoneOffset.UTC);
        return Commands.by(clock).sendMessage(user, 7, "99", "hello");
    }

    private void settle() {
        await().atMost(Duration.ofSeconds(20)).until(bed::everythingIsRead);
    }

    private static List<String> ids(JsonNode page) {
        var ids = new ArrayList<String>();
        page.get("items").forEach(item -> ids.add(item.get("operation_id").stringValue()));
        return ids;
    }

    private JsonNode list(long user, String query) {
        var answer = get(user, query);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Door.json(answer);
    }

    private HttpResponse<String> get(long user, String query) {
        return Door.of(instance).get("/operations" + query, bed.gateway().token(user, "user"));
    }
}
