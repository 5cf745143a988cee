package io.botyard.gateway.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.gateway.testing.SensibleWorker;
import io.botyard.gateway.testing.World;
import io.botyard.testkit.TestBroker;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever is sent, the gateway answers as its document says, has no fault, and says no secret again. The seed and the
 * number of requests are {@code -Dfuzz.seed} and {@code -Dfuzz.requests}; more follow until each route has had a
 * success, twenty times as many at most.
 */
class FuzzTest {

    private static final long SEED = Long.getLong("fuzz.seed", 20261125);
    private static final int AT_ONCE = 4;
    private static final int UNAUTHENTICATED = 401;
    /** Some requests succeed seldom, as who asks must be somebody and what they ask about must still be there. */
    private static final int LONGEST = 20;

    /** On a machine that others use, what is merely slow does not count as away; and nothing is too fast. */
    private static final Map<String, Object> SETTINGS = Map.of(
            "botyard.gateway.accepted.patience", "20s",
            "botyard.audit-service.timeout", "20s",
            "botyard.gateway.commands.acknowledge-within", "20s",
            "spring.datasource.hikari.connection-timeout", "20000",
            "botyard.gateway.throttles.times", "1000000",
            "botyard.gateway.admission.key-per-second", "100000",
            "botyard.gateway.admission.key-burst", "1000000");

    private final World world = new World(TestBroker.fresh(), SETTINGS);
    private final Known known = new Known();
    private final Tally tally = new Tally();
    private final AtomicLong next = new AtomicLong();

    @Test
    void everyAnswerIsAsTheDocumentSays() throws InterruptedException, ExecutionException {
        shoot(Long.getLong("fuzz.requests", 5_000));
    }

    @Test
    @Tag("faults")
    void everyAnswerOfManyIsAsTheDocumentSays() throws InterruptedException, ExecutionException {
        shoot(20_000);
    }

    private void shoot(long requests) throws InterruptedException, ExecutionException {
        world.worker.plays(SensibleWorker::moody);
        var document = new Document(world.gateway.client().get("/v3/api-docs").json());
        var calls = Call.in(document);
        world.audit.answers("/audit", 200, document.example("/paths/~1api~1admin~1audit/get"));
        world.audit.answers("/audit/verify", 200, document.example("/paths/~1api~1admin~1audit~1verify/get"));
        world.audit.answers("/audit/export", 200, "seq,at\r\n");
        world.audit.answers("/activity", 200, document.example("/paths/~1api~1admin~1activity/get"));
        world.audit.answers("/health", 200, document.example("/paths/~1api~1admin~1health/get"));
        world.audit.answers("/fleet", 200, document.example("/paths/~1api~1admin~1fleet/get"));
        world.audit.answers("/operations", 200, document.example("/paths/~1api~1user-bot~1operations/get"));
        try (world;
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> shooting = IntStream.range(0, AT_ONCE)
                    .<Future<?>>mapToObj(i -> threads.submit(() -> shoot(document, calls, requests)))
                    .toList();
            for (var one : shooting) {
                one.get();
            }
        } finally {
            world.broker.stop();
        }
        System.out.printf("fuzz.seed=%d, %d requests%n%s%n", SEED, tally.counted(), tally);
        assertThat(tally.broken()).as("with fuzz.seed=%d", SEED).isEmpty();
        assertThat(tally.counted()).isGreaterThanOrEqualTo(requests);
        assertThat(tally.succeeded()).as("a refusal alone proves little").containsAll(expected(calls));
    }

    private static List<String> expected(List<Call> calls) {
        return calls.stream().filter(Call::canSucceed).map(Call::id).toList();
    }

    private void shoot(Document document, List<Call> calls, long requests) {
        var callers = new Callers(world, known);
        var shots = new Shots(document, calls, known, callers, SEED);
        var promise = new Promise(document);
        var expected = expected(calls);
        try (var wire = new Wire(world.gateway.port())) {
            while (!isEnough(requests, expected)) {
                var number = next.getAndIncrement();
                var shot = shots.number(number);
                var status = shoot(number, shot, wire, promise);
                if (status == UNAUTHENTICATED && shot.isWellFormed() && !shot.call.open()) {
                    callers.renew(shot.caller);
                }
            }
        }
    }

    private boolean isEnough(long requests, List<String> expected) {
        var counted = tally.counted();
        return counted >= LONGEST * requests
                || (counted >= requests && tally.succeeded().containsAll(expected));
    }

    private int shoot(long number, Shot shot, Wire wire, Promise promise) {
        try {
            var reply = wire.send(shot);
            tally.count(shot, reply);
            promise.broken(shot, reply).forEach(how -> tally.broken(number, shot, how, reply.toString()));
            if (reply.contentType().equals("application/json")) {
                known.learn(shot, JsonMapper.shared().readTree(reply.text()));
            }
            return reply.status();
        } catch (IOException | JacksonException none) {
            tally.broken(number, shot, "had no answer", none.toString());
            return 0;
        }
    }
}
