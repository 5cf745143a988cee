package io.botyard.gateway.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.gateway.testing.AdjustableClock;
import io.botyard.gateway.testing.Replaced;
import io.botyard.gateway.testing.SensibleWorker;
import io.botyard.gateway.testing.World;
import io.botyard.testkit.TestBroker;
import io.botyard.testkit.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Who may do what, route by route: every call of everybody gets the status that stands in the {@link Matrix}. */
class MatrixTest {

    /** Where the server sends what failed elsewhere; nobody calls it. */
    private static final List<String> NOT_CALLED = List.of("/error");

    private static final long TWO_SECONDS = 2_000_000_000L;
    private static final String NO_ITEMS = "{\"items\":[],\"next_cursor\":null}";

    private static final AdjustableClock CLOCK = new AdjustableClock();
    private static final AtomicLong TICKS = new AtomicLong();

    private static World world;
    private static JsonNode document;

    /** In which nothing is remembered of who is calling: each look is two seconds after the last. */
    @BeforeAll
    static void start() {
        world = new World(
                TestBroker.fresh(),
                TestDatabase.fresh(),
                Map.of(),
                Replaced.nothing().clock(CLOCK).ticker(() -> TICKS.addAndGet(TWO_SECONDS)));
        world.worker.plays(SensibleWorker::obeys);
        world.audit.answers("/audit", 200, NO_ITEMS);
        world.audit.answers("/audit/verify", 200, "{\"intact\":true}");
        world.audit.answers("/audit/export", 200, "");
        world.audit.answers("/activity", 200, "{\"windows\":[]}");
        world.audit.answers("/health", 200, NO_ITEMS);
        world.audit.answers("/fleet", 200, "{\"workers\":[]}");
        world.audit.answers("/operations", 200, NO_ITEMS);
        document = world.gateway.client().get("/v3/api-docs").json();
    }

    @AfterAll
    static void stop() {
        world.close();
        world.broker.stop();
    }

    @Test
    void everyRouteOfTheRunningApplicationHasARow() {
        assertThat(Matrix.rows().stream().map(Row::route)).containsExactlyInAnyOrderElementsOf(routes());
        assertThat(Matrix.heading()).isEqualTo(Row.heading());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.botyard.gateway.matrix.Matrix#rows")
    void everybodyGetsWhatStandsInTheTable(Row row) {
        assertThat(seen(row.route()).toString()).isEqualTo(row.toString());
    }

    private static Row seen(Route route) {
        return new Row(
                route,
                Stream.of(Column.values())
                        .map(column -> route.call(document, new Scene(world, CLOCK), column))
                        .toList());
    }

    private static List<Route> routes() {
        return world
                .gateway
                .context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(route -> route.getPatternValues().stream()
                        .filter(path -> !NOT_CALLED.contains(path))
                        .flatMap(path -> route.getMethodsCondition().getMethods().stream()
                                .map(method -> new Route(method.name(), path))))
                .distinct()
                .toList();
    }
}
