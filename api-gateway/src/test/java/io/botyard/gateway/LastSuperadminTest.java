package io.botyard.gateway;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.gateway.testing.Answer;
import io.botyard.gateway.testing.Client;
import io.botyard.gateway.testing.World;
import io.botyard.testkit.TestBroker;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** However superadmins race, one stays. The world is its own, because here they come and go. */
class LastSuperadminTest {

    private static final World WORLD = new World(TestBroker.shared(), Map.of());

    private final Client superadmin = WORLD.logIn(World.ADMIN);
    private final World.Tenant tenant = WORLD.tenant();

    @AfterAll
    static void stop() {
        WORLD.close();
    }

    @Test
    void ofTwoSuperadminsWhoEndEachOtherOneStays() throws Exception {
        var own = Long.parseLong(superadmin.get("/api/auth/me").field("id"));
        var ways = List.<Way>of(
                (client, id) -> client.patch(path(id), "{\"role\":\"user\"}"),
                (client, id) -> client.patch(path(id), "{\"status\":\"suspended\"}"));
        for (var round = 0; round < 8; round++) {
            change(tenant.id(), "{\"role\":\"superadmin\",\"status\":\"active\"}");
            var rival = WORLD.logIn(tenant.email());
            var way = ways.get(round % 2);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var attempts =
                        List.<Callable<Answer>>of(() -> way.end(superadmin, tenant.id()), () -> way.end(rival, own));
                var answers = threads.invokeAll(attempts).stream()
                        .map(Future::resultNow)
                        .toList();
                assertThat(answers).extracting(Answer::status).containsOnlyOnce(200);
                var loser = answers.get(answers.getFirst().status() == 200 ? 1 : 0);
                // Too late: the last superadmin is not ended, or the caller is none any more.
                assertThat(loser.field("code"))
                        .isIn("last_superadmin", "forbidden", "unauthenticated", "account_suspended");
                if (answers.getFirst().status() != 200) {
                    rival.patch(path(own), "{\"role\":\"superadmin\",\"status\":\"active\"}");
                    assertThat(WORLD.session(World.ADMIN).status()).isEqualTo(200);
                    return;
                }
            }
        }
    }

    @Test
    void theLastSuperadminIsNeitherDemotedNorSuspendedNorDeletedBySomebodyWhoJustLostTheRole() throws Exception {
        var own = Long.parseLong(superadmin.get("/api/auth/me").field("id"));
        change(tenant.id(), "{\"role\":\"superadmin\"}");
        var rival = WORLD.logIn(tenant.email());
        // The rival is let in, and waits behind somebody who demotes them.
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var connection = WORLD.database.connect()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("UPDATE identity.users SET role = 'user' WHERE id = " + tenant.id());
            var attempts = List.<Callable<Answer>>of(
                            () -> rival.patch(path(own), "{\"role\":\"user\"}"),
                            () -> rival.patch(path(own), "{\"status\":\"suspended\"}"),
                            () -> rival.delete(path(own)))
                    .stream()
                    .map(threads::submit)
                    .toList();
            await().atMost(20, SECONDS).until(() -> waiting() == 3);
            connection.commit();
            for (var attempt : attempts) {
                assertThat(attempt.get().status()).isEqualTo(409);
                assertThat(attempt.get().field("code")).isEqualTo("last_superadmin");
            }
        }
        assertThat(superadmin.get("/api/auth/me").field("role")).isEqualTo("superadmin");
    }

    private interface Way {
        Answer end(Client client, long id);
    }

    private Answer change(long id, String body) {
        return superadmin.patch(path(id), body);
    }

    private static String path(long id) {
        return "/api/admin/users/" + id;
    }

    private static long waiting() {
        return WORLD.schemas.count("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                + " AND wait_event_type = 'Lock' AND query LIKE '%identity.users%'");
    }
}
