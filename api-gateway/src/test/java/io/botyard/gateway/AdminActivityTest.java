package io.botyard.gateway;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.contract.event.ActivityRead;
import io.botyard.contract.wire.Topic;
import io.botyard.gateway.testing.SharesWorld;
import io.botyard.gateway.testing.World;
import org.junit.jupiter.api.Test;

@SharesWorld
class AdminActivityTest {

    private final World world = World.shared();

    @Test
    void whatAnAdminSeesOfActivityIsRecordedAndAskedInTheirName() {
        world.audit.answers("/activity", 200, "{\"windows\":[]}");
        var answer = world.logIn(World.ADMIN)
                .with("X-Request-Id", "activity-1")
                .get("/api/admin/activity?user_id=17&step=300");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("windows").isArray()).isTrue();
        assertThat(world.audit.asked().getLast().pathAndQuery())
                .startsWith("/activity?")
                .contains("user_id=17", "step=300");
        assertRecorded("activity-1", 17, "activity&");
    }

    @Test
    void whoLooksWhichBotsAreIllIsRecorded() {
        world.audit.answers("/health", 200, "{\"items\":[],\"next_cursor\":null}");
        assertRecordedAsReadingAllOf("health");
    }

    @Test
    void whoLooksHowTheWorkersStandIsRecorded() {
        world.audit.answers("/fleet", 200, "{\"workers\":[]}");
        assertRecordedAsReadingAllOf("fleet");
    }

    @Test
    void whileTheAuditServiceCannotSayHowTheWorkersStandNobodyElseSaysSo() {
        world.audit.answers("/fleet", 503, "{\"code\":\"kafka_unavailable\"}");
        var answer = world.logIn(World.ADMIN).get("/api/admin/fleet");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.field("code")).isEqualTo("part_away");
        assertThat(answer.header("Retry-After")).isNotBlank();
    }

    @Test
    void whatIsNotOfItsFormIsRefused() {
        var admin = world.logIn(World.ADMIN);
        assertThat(admin.get("/api/admin/activity?step=1m").field("errors.0.field"))
                .isEqualTo("step");
        assertThat(admin.get("/api/admin/activity?user_id=0").field("errors.0.field"))
                .isEqualTo("user_id");
        assertThat(admin.get("/api/admin/health?user_id=7").field("errors.0.code"))
                .isEqualTo("unknown_field");
        assertThat(admin.get("/api/admin/fleet?worker=7").field("errors.0.code"))
                .isEqualTo("unknown_field");
    }

    private void assertRecordedAsReadingAllOf(String what) {
        var admin = world.logIn(World.ADMIN);
        assertThat(admin.with("X-Request-Id", what + "-1")
                        .get("/api/admin/" + what)
                        .status())
                .isEqualTo(200);
        assertThat(world.audit.asked().getLast().pathAndQuery()).isEqualTo("/" + what);
        await().atMost(20, SECONDS)
                .untilAsserted(() -> assertThat(world.in(Topic.AUDIT_ACCESS, ActivityRead.class))
                        .filteredOn(read -> read.head().requestId().equals(what + "-1"))
                        .singleElement()
                        .satisfies(read -> assertThat(read.filters()).isEqualTo(what)));
    }

    private void assertRecorded(String request, long user, String filters) {
        await().atMost(20, SECONDS)
                .untilAsserted(() -> assertThat(world.in(Topic.AUDIT_ACCESS, ActivityRead.class))
                        .filteredOn(read -> read.head().requestId().equals(request))
                        .singleElement()
                        .satisfies(read -> {
                            assertThat(read.userId().value()).isEqualTo(user);
                            assertThat(read.filters()).startsWith(filters).contains("user_id=17", "step=300");
                        }));
    }
}
