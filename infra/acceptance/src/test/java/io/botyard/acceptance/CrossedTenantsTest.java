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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Two tenants, each with the other's user id as the row id of their bot: whatever route is called for one, also with
 * what the other owns in its path, the other's rows, messages and trail stay as they are, and nothing of theirs is told.
 */
@Tag("faults")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrossedTenantsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration QUIET = Duration.ofMillis(1500);

    /** Seals everybody's token anew, which is what it is for. */
    private static final String ROTATION = "POST /api/admin/keys/rotate";

    private Standalone botyard;
    private Person admin;
    private Tour tour;

    /** Each with the other's user id as the row id of their bot. */
    private record Pair(Tenant one, Tenant other) {}

    /** All there is of somebody. */
    private record Picture(Rows rows, List<JsonNode> calls) {}

    private Pair users;
    private Pair subjects;

    /** Row ids are given in turn, and the first row is the admin's. */
    @BeforeAll
    void cross(@TempDir Path directory) {
        botyard = Standalone.start(StandaloneSettings.in(directory.resolve("botyard")));
        admin = Person.loggedInAt(
                botyard.gateway(),
                botyard.admin().email(),
                botyard.admin().password().orElseThrow());
        tour = Tour.of(json(admin.get("/v3/api-docs")));
        admin.withBot(710_001);
        users = pair("anton", "berta", 710_002);
        subjects = pair("cecil", "doris", 710_004);
    }

    @AfterAll
    void stop() {
        botyard.close();
    }

    private Pair pair(String name, String otherName, long botId) {
        var gateway = botyard.gateway();
        var person = Person.registeredAt(gateway, name);
        var otherPerson = Person.registeredAt(gateway, otherName);
        var other = Tenant.settled(gateway, otherName, otherPerson, botId + 1, tour);
        var one = Tenant.settled(gateway, name, person, botId, tour);
        assertThat(row(one)).isEqualTo(otherPerson.id());
        assertThat(row(other)).isEqualTo(person.id());
        Stream.of(one, other)
                .forEach(tenant -> await().atMost(PATIENCE)
                        .until(() ->
                                tenant.person().statusOf(tenant.operation()).equals("succeeded")));
        return new Pair(one, other);
    }

    private static long row(Tenant tenant) {
        return json(tenant.person().get("/api/user-bot/status")).path("id").asLong();
    }

    @Test
    void rule1NothingOfOneIsToldOrChangedByACallOfTheOther() {
        bothWays(stop -> !stop.deletes());
        bothWays(Tour.Stop::deletes);
    }

    private void bothWays(Predicate<Tour.Stop> some) {
        goes(users.other(), users.one(), some);
        goes(users.one(), users.other(), some);
    }

    private void goes(Tenant caller, Tenant owner, Predicate<Tour.Stop> some) {
        staysAsItIs(
                owner,
                () -> tour.stops().stream()
                        .filter(some)
                        .forEach(stop -> List.of(caller.byKey(), caller.byNewSession())
                                .forEach(person -> calls(person, stop, caller, owner))));
    }

    private static void calls(Person person, Tour.Stop stop, Tenant caller, Tenant owner) {
        var target = owner.in(stop.path());
        var answer = stop.by(person, target, caller.words());
        assertThat(answer.statusCode()).as(stop + " " + answer.body()).isBetween(200, 499);
        assertThat(owner.marks())
                .filteredOn(mark -> !target.contains(mark))
                .allSatisfy(
                        mark -> assertThat(answer.body()).as(stop.toString()).doesNotContain(mark));
    }

    @Test
    void rule1WhatAnAdminAsksConcernsTheUserInThePathAndNotTheRowOfThatNumber() {
        var named = subjects.other();
        staysAsItIs(
                subjects.one(),
                () -> tour.stops().stream()
                        .filter(stop -> stop.path().startsWith("/api/admin/")
                                && !stop.toString().equals(ROTATION))
                        .forEach(stop -> {
                            var answer = stop.by(admin, named.in(stop.path()), Map.of());
                            assertThat(answer.statusCode())
                                    .as(stop + " " + answer.body())
                                    .isBetween(200, 204);
                            if (stop.path().contains("{")) {
                                assertThat(answer.body())
                                        .as(stop.toString())
                                        .doesNotContain(subjects.one().marks());
                            }
                        }));
        assertThat(named.person().get("/api/auth/me").statusCode()).isEqualTo(401);
    }

    /** While this happens, and for a while after. */
    private void staysAsItIs(Tenant tenant, Runnable happening) {
        var before = settledPicture(tenant);
        happening.run();
        await().during(QUIET)
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(picture(tenant)).isEqualTo(before));
    }

    /** When what they did before has reached operations and trail. */
    private Picture settledPicture(Tenant tenant) {
        var last = new AtomicReference<>(picture(tenant));
        await().during(QUIET).atMost(PATIENCE).until(() -> {
            var now = picture(tenant);
            return now.equals(last.getAndSet(now));
        });
        return last.get();
    }

    private Picture picture(Tenant tenant) {
        return new Picture(
                Rows.of(botyard, tenant.person().id()),
                new Ledger(botyard.sandbox().orElseThrow()).callsOf(tenant.botId()));
    }
}
