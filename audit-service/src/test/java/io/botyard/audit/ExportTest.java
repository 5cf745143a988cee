package io.botyard.audit;

import static io.botyard.audit.bed.Happenings.NOON;
import static io.botyard.audit.bed.Happenings.head;
import static io.botyard.audit.bed.Happenings.newCommand;
import static io.botyard.audit.bed.Happenings.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.botyard.audit.bed.AuditBed;
import io.botyard.audit.bed.Door;
import io.botyard.audit.bed.Superuser;
import io.botyard.contract.Message;
import io.botyard.contract.wire.Topic;
import io.botyard.contract.wire.WireJson;
import io.botyard.testkit.Actors;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;

/** An export is the whole of what was asked for, or breaks off where anybody sees it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportTest {
    /** More than two of the pages in which it is read. */
    private static final int MANY = 2_300;

    private AuditBed bed;
    private ConfigurableApplicationContext instance;

    @BeforeAll
    void setUp() {
        bed = AuditBed.fresh();
        instance = bed.start();
        bed.tell().send(Topic.BOT_EVENTS, events(41, MANY));
        bed.tell().send(Topic.BOT_EVENTS, events(42, 10));
        await().atMost(Duration.ofSeconds(60)).until(bed::everythingIsRead);
    }

    @AfterAll
    void tearDown() {
        bed.close();
    }

    @Test
    void jsonLinesAreWhatASearchFindsFromTheNewestToTheOldest() {
        var answer = export("?format=jsonl&user_id=41");
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/jsonl");
        var lines = answer.body().split("\n", -1);
        assertThat(lines).hasSize(MANY + 1).doesNotHaveDuplicates();
        var found = search();
        assertThat(List.of(lines).subList(0, found.size())).isEqualTo(found);
        assertThat(WireJson.mapper().readTree(lines[MANY - 1]).get("at").stringValue())
                .isEqualTo(NOON.toString());
        assertThat(lines[MANY]).isEmpty();
    }

    @Test
    void csvHasAHeadingAndALineForEachEntry() {
        var answer = export("");
        assertThat(answer.headers().firstValue("content-type")).hasValue("text/csv;charset=UTF-8");
        assertThat(answer.body()).startsWith("seq,at,").endsWith("\r\n");
        assertThat(answer.body().lines()).hasSize(1 + MANY + 10);
    }

    @Test
    void everyFilterOfTheSearchNarrowsIt() {
        assertThat(export("?format=csv&user_id=42").body().lines()).hasSize(11);
        assertThat(export("?actor_id=42&outcome=ok").body().lines()).hasSize(11);
        assertThat(export("?action=bot_removed").body().lines()).hasSize(1);
        assertThat(export("?user_id=41&from=" + NOON.plusSeconds(10) + "&to=" + NOON.plusSeconds(20))
                        .body()
                        .lines())
                .hasSize(11);
        assertThat(export("?format=jsonl&user_id=9999").body()).isEmpty();
    }

    @Test
    void oneThatCannotGoOnBreaksOff() {
        var superuser = new Superuser(bed);
        superuser.run("UPDATE audit.entries SET actor_role = 'god' WHERE user_id = 41 AND seq = 100");
        try {
            assertThatThrownBy(() -> export("?user_id=41")).hasCauseInstanceOf(IOException.class);
            assertThat(export("?user_id=42").body().lines()).hasSize(11);
        } finally {
            superuser.run("UPDATE audit.entries SET actor_role = 'user' WHERE user_id = 41 AND seq = 100");
        }
    }

    @Test
    void whatIsNotAskedForRightlyOrByAnAdminIsAProblem() {
        var admin = bed.gateway().token(1, "admin");
        assertThat(Door.of(instance).get("/audit/export?format=xlsx", admin).statusCode())
                .isEqualTo(422);
        assertThat(Door.of(instance).get("/audit/export?limit=1", admin).statusCode())
                .isEqualTo(422);
        assertThat(Door.of(instance)
                        .get("/audit/export", bed.gateway().token(1, "user"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(Door.of(instance).get("/audit/export").statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> export(String query) {
        var answer =
                Door.of(instance).get("/audit/export" + query, bed.gateway().token(1, "admin"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    /** As the search's pages have them. */
    private List<String> search() {
        var found = new ArrayList<String>();
        var answer = Door.of(instance)
                .get("/audit?user_id=41&limit=200", bed.gateway().token(1, "admin"));
        Door.json(answer).get("items").forEach(item -> found.add(item.toString()));
        return found;
    }

    private static Message[] events(long user, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> registered(head(newCommand(), "bot_registered", Actors.user(user), NOON.plusSeconds(i))))
                .toArray(Message[]::new);
    }
}
