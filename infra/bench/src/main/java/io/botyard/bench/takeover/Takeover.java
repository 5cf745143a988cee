package io.botyard.bench.takeover;

import io.botyard.bench.measure.Rounds;
import io.botyard.bench.world.Traffic;
import io.botyard.bench.world.World;
import io.botyard.contract.wire.UserPartitions;
import io.botyard.contract.wire.WireJson;
import io.botyard.sandbox.fault.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/**
 * S7: kill -9 of one of two workers while everybody writes. Goals: chats without a call in flight go on within the
 * session timeout and a second, the others within a call's deadline and a second; nothing lost, nothing doubled, no
 * more unknown than were in flight.
 */
public final class Takeover {

    /** The embedded broker's. */
    private static final int SESSION_TIMEOUT = 6;
    /** The worker's default. */
    private static final int CALL_DEADLINE = 20;

    private static final Duration ANSWER_AFTER = Duration.ofMillis(200);
    private static final int BEFORE_SECONDS = 10;
    private static final int AFTER_SECONDS = CALL_DEADLINE + 8;

    private Takeover() {}

    /** The JSON file is left in {@code target}. */
    public static void run(Path target) throws Exception {
        var rounds = new ArrayList<Aftermath>();
        for (var round = 1; round <= Rounds.count(); round++) {
            Rounds.begins(round);
            try (var world = World.of(SteadyLoad.USERS, 5, target);
                    var traffic = new Traffic(world.broker().connection())) {
                rounds.add(round(world, traffic));
            }
            System.out.println("  " + rounds.getLast());
        }
        print(rounds);
        Files.writeString(target.resolve("s7-takeover.json"), WireJson.mapper().writeValueAsString(rounds));
    }

    private static Aftermath round(World world, Traffic traffic) throws Exception {
        world.sandbox().faults().add(Fault.delay(ANSWER_AFTER).times(Integer.MAX_VALUE));
        try (var first = world.startWorker("s7-first")) {
            world.awaitOwners(1);
            var victim = world.owners().keySet().iterator().next();
            try (var second = world.startSecondWorker("s7-second")) {
                world.awaitOwners(2);
                var load = new SteadyLoad(traffic);
                load.begin();
                TimeUnit.SECONDS.sleep(BEFORE_SECONDS);
                var theirs = world.owners().getOrDefault(victim, Set.of());
                var _ = second.run("begin");
                var killed = Clock.systemUTC().instant();
                first.kill();
                TimeUnit.SECONDS.sleep(AFTER_SECONDS);
                load.end();
                traffic.awaitOutcomes(load.sent().size(), _ -> {});
                var partitions = new UserPartitions(World.PARTITIONS);
                return Aftermath.of(
                        killed,
                        user -> theirs.contains(partitions.of(user)),
                        load.sent(),
                        Journal.read(world.broker().connection()),
                        world.sandbox().ledger().calls(),
                        second.run("end " + load.sent().size()));
            }
        }
    }

    private static void print(List<Aftermath> rounds) {
        System.out.println("S7 takeover: medians of " + rounds.size() + " rounds (seconds after kill -9)");
        row("chats without a call in flight, in the middle", rounds, Aftermath::openMedian);
        row(
                "chats without a call in flight, the last (%d + 1)".formatted(SESSION_TIMEOUT),
                rounds,
                Aftermath::openWorst);
        row("chats with a call in flight, the last (%d + 1)".formatted(CALL_DEADLINE), rounds, Aftermath::shutWorst);
        row("calls in flight", rounds, Aftermath::inFlight);
        row("calls unknown", rounds, Aftermath::unknown);
        row("calls lost (0)", rounds, Aftermath::lost);
        row("messages doubled (0)", rounds, Aftermath::doubled);
        row("calls in all", rounds, Aftermath::calls);
        row(
                "cpu us a call of the worker left",
                rounds,
                round -> round.survivor().cpuMicros());
        row("its threads", rounds, round -> round.survivor().threads());
        row("its heap, MB", rounds, round -> round.survivor().heapMegabytes());
    }

    private static void row(String name, List<Aftermath> rounds, ToDoubleFunction<Aftermath> value) {
        var sorted = rounds.stream().mapToDouble(value).sorted().toArray();
        System.out.println("  %-52s %9.1f  (%.1f - %.1f)"
                .formatted(name, sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]));
    }
}
