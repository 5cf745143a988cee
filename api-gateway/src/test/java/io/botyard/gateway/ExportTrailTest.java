package io.botyard.gateway;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.botyard.contract.event.TrailRead;
import io.botyard.contract.wire.Topic;
import io.botyard.gateway.testing.Client;
import io.botyard.gateway.testing.SharesWorld;
import io.botyard.gateway.testing.World;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An admin takes the trail home: whole, or visibly not, and never unseen. */
@SharesWorld
class ExportTrailTest {

    private static final String PATH = "/api/admin/audit/export";
    private static final String LINE = "1,2026-11-24T02:15:30.000Z\r\n";

    private final World world = World.shared();
    private Client admin;

    @BeforeEach
    void logIn() {
        admin = world.logIn(World.ADMIN);
    }

    @Test
    void itIsPassedOnAsItIsAndWasRecordedFirst() {
        var body = LINE.repeat(20_000);
        world.audit.answers("/audit/export", 200, body);
        var answer = admin.with("X-Request-Id", "exporting-1").get(PATH + "?format=csv&user_id=17");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo(body);
        assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("text/csv;charset=UTF-8");
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"botyard-trail.csv\"");
        assertThat(answer.header("X-Request-Id")).isEqualTo("exporting-1");
        assertThat(world.audit.asked().getLast().pathAndQuery())
                .startsWith("/audit/export?")
                .contains("format=csv", "user_id=17");
        await().atMost(20, SECONDS)
                .untilAsserted(() -> assertThat(world.in(Topic.AUDIT_ACCESS, TrailRead.class))
                        .filteredOn(read -> read.head().requestId().equals("exporting-1"))
                        .singleElement()
                        .satisfies(read -> {
                            assertThat(read.userId().value()).isEqualTo(17);
                            assertThat(read.filters()).startsWith("export&").contains("user_id=17");
                        }));
    }

    @Test
    void jsonLinesAreCalledSo() {
        world.audit.answers("/audit/export", 200, "{}\n");
        var answer = admin.get(PATH + "?format=jsonl");
        assertThat(answer.header("Content-Type")).isEqualTo("application/jsonl");
        assertThat(answer.header("Content-Disposition")).contains("botyard-trail.jsonl");
    }

    @Test
    void oneThatCannotBeRecordedIsNotEvenAskedFor() {
        world.audit.answers("/audit/export", 200, LINE);
        var asked = world.audit.asked().size();
        world.schemas.run("REVOKE INSERT ON identity.outbox FROM botyard_gateway");
        try {
            assertThat(admin.get(PATH).status()).isEqualTo(503);
        } finally {
            world.schemas.run("GRANT INSERT ON identity.outbox TO botyard_gateway");
        }
        assertThat(world.audit.asked()).hasSize(asked);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20_000})
    void oneThatBreaksOffBreaksOffForTheClientToo(int lines) {
        world.audit.breaksOff("/audit/export", LINE.repeat(lines));
        assertThatThrownBy(() -> admin.get(PATH)).hasCauseInstanceOf(IOException.class);
    }

    @Test
    void oneThatDoesNotBeginIsAProblem() {
        world.audit.answers("/audit/export", 503, "{\"code\":\"exports_running\"}");
        var answer = admin.get(PATH);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.field("code")).isEqualTo("part_away");
        assertThat(answer.header("Retry-After")).isNotEmpty();
        assertThat(answer.header("Content-Disposition")).isEmpty();
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        assertThat(admin.get(PATH + "?format=xlsx").field("errors.0.field")).isEqualTo("format");
        assertThat(admin.get(PATH + "?cursor=x").field("errors.0.code")).isEqualTo("unknown_field");
        assertThat(admin.get("/api/admin/audit?format=csv").field("errors.0.code"))
                .isEqualTo("unknown_field");
    }
}
