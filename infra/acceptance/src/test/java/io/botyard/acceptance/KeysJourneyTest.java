package io.botyard.acceptance;

import static io.botyard.acceptance.Person.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.standalone.Standalone;
import io.botyard.standalone.StandaloneSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rule 10 with all parts real: a superadmin rotates the keys, sees it end, and no bot notices. */
class KeysJourneyTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(500);

    @Test
    void rule10ARotationEndsWithEveryTokenUnderTheNewKeyAndTheTrailSaysWhoAskedForIt(@TempDir Path directory) {
        try (var botyard = Standalone.start(StandaloneSettings.in(directory.resolve("botyard")))) {
            var anna = Person.registeredAt(botyard.gateway(), "anna").withBot(710_001);
            var ben = Person.registeredAt(botyard.gateway(), "ben").withBot(710_002);
            var root = Person.loggedInAt(
                    botyard.gateway(),
                    botyard.admin().email(),
                    botyard.admin().password().orElseThrow());
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(keys(root)).containsExactly("1 newest 2"));
            assertThat(anna.post("/api/admin/keys/rotate", Map.of()).statusCode())
                    .isEqualTo(403);

            var accepted = root.post("/api/admin/keys/rotate", Map.of());
            assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
            var operation = json(accepted).path("operation_id").asString();
            await().atMost(PATIENCE).until(() -> root.statusOf(operation).equals("succeeded"));

            var done = json(root.get("/api/operations/" + operation));
            assertThat(done.at("/progress/rows_reencrypted").asLong()).isEqualTo(2);
            assertThat(done.at("/progress/rows_total").asLong()).isEqualTo(2);
            assertThat(keys(root)).containsExactly("1 0", "2 newest 2");
            assertSends(anna, "42");
            assertSends(ben, "43");
            for (var action : List.of("key_rotation_started", "keys_rotated")) {
                await().atMost(PATIENCE)
                        .pollInterval(POLL)
                        .untilAsserted(
                                () -> assertThat(actorsOf(action, root, 0)).containsExactly(root.id()));
            }
            await().atMost(PATIENCE)
                    .pollInterval(POLL)
                    .untilAsserted(() ->
                            assertThat(actorsOf("keys_viewed", root, root.id())).contains(root.id()));
        }
    }

    private static void assertSends(Person person, String chat) {
        var operation = person.send(chat, "sealed anew");
        await().atMost(PATIENCE).until(() -> person.statusOf(operation).equals("succeeded"));
    }

    private static List<String> keys(Person superadmin) {
        return json(superadmin.get("/api/admin/keys"))
                .path("keys")
                .valueStream()
                .map(key -> key.path("version").asInt()
                        + (key.path("newest").asBoolean() ? " newest " : " ")
                        + key.path("rows").asInt())
                .toList();
    }

    private static List<Long> actorsOf(String action, Person admin, long trail) {
        return json(admin.get("/api/admin/audit?action=" + action + "&user_id=" + trail))
                .path("items")
                .valueStream()
                .map(entry -> entry.path("actor").path("id").asLong())
                .toList();
    }
}
