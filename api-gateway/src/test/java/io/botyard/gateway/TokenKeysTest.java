package io.botyard.gateway;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.contract.RefusalCode;
import io.botyard.contract.Role;
import io.botyard.contract.UserId;
import io.botyard.contract.command.BotCommand;
import io.botyard.contract.command.RotateKeys;
import io.botyard.contract.event.AccessEvent;
import io.botyard.contract.event.KeysViewed;
import io.botyard.contract.wire.Topic;
import io.botyard.gateway.testing.Answer;
import io.botyard.gateway.testing.Client;
import io.botyard.gateway.testing.Lines;
import io.botyard.gateway.testing.SensibleWorker;
import io.botyard.gateway.testing.SharesWorld;
import io.botyard.gateway.testing.World;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A superadmin sees the keys that tokens are sealed under, and has a new one made. */
@SharesWorld
class TokenKeysTest {

    private static final String KEYS = "/api/admin/keys";
    private static final String ROTATE = "/api/admin/keys/rotate";
    private static final String NO_BODY = "";

    private final World world = World.shared();
    private final Client superadmin = world.logIn(World.ADMIN);

    @BeforeEach
    void obey() {
        world.worker.plays(SensibleWorker::obeys);
    }

    @AfterEach
    void forget() {
        world.schemas.run("DELETE FROM bots.key_view; DELETE FROM bots.key_rotation_view");
    }

    @Test
    void aRotationIsAcceptedInTheNameOfThePlatformAndOfWhoAskedForIt() {
        var answer = superadmin.with("X-Request-Id", "rotate-1").post(ROTATE, NO_BODY);
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.field("kind")).isEqualTo("rotate_keys");
        assertThat(answer.field("status")).isEqualTo("accepted");
        assertThat(answer.json().get("progress").isNull()).isTrue();
        assertThat(answer.header("Location")).isEqualTo("/api/operations/" + answer.field("operation_id"));
        assertThat(superadmin.get(answer.header("Location")).field("status")).isEqualTo("accepted");
        await().atMost(20, SECONDS)
                .untilAsserted(() -> assertThat(sent(answer)).singleElement().satisfies(command -> {
                    assertThat(command.userId()).isEqualTo(UserId.PLATFORM);
                    assertThat(command.origin().actor().role()).isEqualTo(Role.SUPERADMIN);
                    assertThat(command.origin().requestId()).isEqualTo("rotate-1");
                    assertThat(command.origin().replyTo()).isNull();
                }));
    }

    @Test
    void itsOperationIsNotThereForAUser() {
        var operation = superadmin.post(ROTATE, NO_BODY).header("Location");
        assertThat(world.tenant().http().get(operation).status()).isEqualTo(404);
    }

    @Test
    void itsOperationTellsHowFarItIs() {
        var id = superadmin.post(ROTATE, NO_BODY).field("operation_id");
        known(id, "accepted", "null");
        assertThat(superadmin
                        .get("/api/operations/" + id)
                        .json()
                        .get("progress")
                        .isNull())
                .as("no worker has begun")
                .isTrue();
        rotation(2, id, "NULL", 750, 1_000, 3);
        var running = superadmin.get("/api/operations/" + id);
        assertThat(running.field("status")).isEqualTo("accepted");
        assertThat(running.field("progress.rows_reencrypted")).isEqualTo("750");
        assertThat(running.field("progress.rows_total")).isEqualTo("1000");
        assertThat(running.json().propertyNames()).doesNotContain("user_id", "method");
    }

    @Test
    void whoWaitsIsToldOfTheEndAndOthersOperationsHaveNoProgress() {
        var done = superadmin.with("Prefer", "wait=20").post(ROTATE, NO_BODY);
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.header("Preference-Applied")).isEqualTo("wait=20");
        assertThat(done.field("status")).isEqualTo("succeeded");
        assertThat(done.field("result.key_version")).isEqualTo("2");
        assertThat(done.field("result.unreadable")).isEqualTo("2");
        assertThat(done.field("progress.rows_reencrypted")).isEqualTo("8");
        assertThat(done.field("progress.rows_total")).isEqualTo("10");
        var tenant = world.tenant();
        world.schemas.bot(tenant.id(), "active", "30");
        var call = tenant.http().post("/api/user-bot/messages", "{\"chat_id\":1,\"text\":\"hello\"}");
        assertThat(call.json().get("progress").isNull()).isTrue();
    }

    @Test
    void oneRotationRunsAtATime() {
        world.worker.plays(command -> List.of(Lines.refused(command, RefusalCode.ROTATION_RUNNING)));
        running(superadmin.with("Prefer", "wait=20").post(ROTATE, NO_BODY));
        rotation(2, UUID.randomUUID().toString(), "NULL", 0, 10, 0);
        var before = world.in(Topic.BOT_COMMANDS, BotCommand.class).size();
        running(superadmin.post(ROTATE, NO_BODY));
        assertThat(world.in(Topic.BOT_COMMANDS, BotCommand.class)).hasSize(before);
    }

    @Test
    void askedForAgainUnderItsKeyItIsTheSameOneAlsoWhileItRuns() {
        var keyed = superadmin.with("Idempotency-Key", "rotate-once");
        var first = keyed.post(ROTATE, NO_BODY);
        known(first.field("operation_id"), "accepted", "null");
        rotation(2, first.field("operation_id"), "NULL", 1, 10, 0);
        var again = keyed.post(ROTATE, NO_BODY);
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.field("operation_id")).isEqualTo(first.field("operation_id"));
        assertThat(again.field("progress.rows_reencrypted")).isEqualTo("1");
        known(first.field("operation_id"), "succeeded", "\"2026-11-24T02:15:30.120Z\"");
        assertThat(keyed.post(ROTATE, NO_BODY).status()).isEqualTo(200);
        assertThat(sent(first)).hasSize(1);
    }

    @Test
    void theKeysAreListedWithTheLastRotation() {
        assertThat(superadmin.get(KEYS).text()).isEqualTo("{\"keys\":[],\"rotation\":null}");
        world.schemas.run("INSERT INTO bots.key_view VALUES (2, true, 750), (1, false, 250)");
        var id = UUID.randomUUID().toString();
        rotation(2, id, "'2026-11-24 02:15:42.120Z'", 750, 1_000, 250);
        assertThat(superadmin.get(KEYS).text())
                .isEqualTo("{\"keys\":[{\"version\":1,\"newest\":false,\"rows\":250},"
                        + "{\"version\":2,\"newest\":true,\"rows\":750}],\"rotation\":{\"operation_id\":\"" + id
                        + "\",\"version\":2,\"started_at\":\"2026-11-24T02:15:30.000Z\","
                        + "\"finished_at\":\"2026-11-24T02:15:42.120Z\",\"rows_reencrypted\":750,"
                        + "\"rows_total\":1000,\"rows_unreadable\":250,\"retired_at\":null}}");
    }

    @Test
    void rule6ALookAtTheKeysIsRecordedOrNotAnswered() {
        superadmin.with("X-Request-Id", "keys-1").get(KEYS);
        await().atMost(20, SECONDS)
                .untilAsserted(() -> assertThat(world.in(Topic.AUDIT_ACCESS, AccessEvent.class))
                        .filteredOn(event -> event.head().requestId().equals("keys-1"))
                        .singleElement()
                        .isInstanceOf(KeysViewed.class));
        world.schemas.run("REVOKE INSERT ON identity.outbox FROM botyard_gateway");
        try {
            away(superadmin.get(KEYS));
        } finally {
            world.schemas.run("GRANT INSERT ON identity.outbox TO botyard_gateway");
        }
    }

    @Test
    void beforeTheWorkersMadeTheirViewsTheGatewaySaysWait() {
        world.schemas.run("ALTER TABLE bots.key_rotation_view RENAME TO key_rotation_gone");
        try {
            away(superadmin.get(KEYS));
            away(superadmin.post(ROTATE, NO_BODY));
        } finally {
            world.schemas.run("ALTER TABLE bots.key_rotation_gone RENAME TO key_rotation_view");
        }
    }

    private void rotation(int version, String id, String finishedAt, long done, long total, long unreadable) {
        world.schemas.run("INSERT INTO bots.key_rotation_view VALUES (%d, '%s', '2026-11-24 02:15:30Z', %s, %d, %d, %d)"
                .formatted(version, id, finishedAt, done, total, unreadable));
    }

    /** To audit-service. */
    private void known(String id, String status, String finishedAt) {
        world.audit.answers(
                "/operations/" + id,
                200,
                "{\"operation_id\":\"%s\",\"user_id\":0,\"method\":null,\"kind\":\"rotate_keys\",\"status\":\"%s\",\"finished_at\":%s}"
                        .formatted(id, status, finishedAt));
    }

    private List<RotateKeys> sent(Answer accepted) {
        return world.in(Topic.BOT_COMMANDS, BotCommand.class).stream()
                .filter(command -> command.commandId().toString().equals(accepted.field("operation_id")))
                .map(RotateKeys.class::cast)
                .toList();
    }

    private static void running(Answer answer) {
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.field("code")).isEqualTo("rotation_running");
    }

    private static void away(Answer answer) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.field("code")).isEqualTo("part_away");
        assertThat(answer.header("Retry-After")).isNotEmpty();
    }
}
