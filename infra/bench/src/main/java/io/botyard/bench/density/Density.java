package io.botyard.bench.density;

import io.botyard.bench.measure.Latencies;
import io.botyard.bench.measure.Program;
import io.botyard.bench.measure.Racer;
import io.botyard.bench.measure.Rounds;
import io.botyard.bench.world.Traffic;
import io.botyard.bench.world.World;
import io.botyard.contract.command.CallMethod;
import io.botyard.contract.wire.WireJson;
import io.botyard.testkit.Commands;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * S5: 1 000, 10 000 and 100 000 registered bots, idle and then all resident. Goals: 4 KB and no thread for a resident
 * bot, 150 ms at p99 from a cold bot's call to its outcome, decrypting included, and the same for any number of bots.
 */
public final class Density {

    private static final List<Integer> BOTS = List.of(Rounds.share(1_000), Rounds.share(10_000), Rounds.share(100_000));
    /** As many as TelegramBots bears in the heap that it is given. */
    private static final int POLLING_BOTS = Rounds.share(500);
    /** So many are woken one after the other; the others at once. */
    private static final int ONE_BY_ONE = Rounds.share(500);

    /** Enough to let the process warm up: what is cold is to be the bot. */
    private static final int FIRST = Rounds.share(400);

    private static final int PORTION = 10_000;

    private final Commands commands = Commands.by(Clock.systemUTC());
    private final Path target;
    private final List<Resident> results = new ArrayList<>();

    private Density(Path target) {
        this.target = target;
    }

    /** The JSON file is left in {@code target}. */
    public static void run(Path target) throws Exception {
        var density = new Density(target);
        for (var round = 1; round <= Rounds.count(); round++) {
            Rounds.begins(round);
            if (Rounds.withPeers()) {
                density.polling();
            }
            for (var bots : BOTS) {
                density.workerWith(bots);
            }
        }
        Resident.print(density.results);
        Files.writeString(target.resolve("s5-density.json"), WireJson.mapper().writeValueAsString(density.results));
    }

    private void workerWith(int bots) throws Exception {
        try (var world = World.of(bots, 5, target);
                var traffic = new Traffic(world.broker().connection());
                var worker = world.startWorker("s5-worker-" + bots, "1g")) {
            world.awaitOwners(1);
            // What every worker has once it has done something at all is no bot's.
            wake(traffic, 1, FIRST);
            var _ = worker.run("begin");
            var idle = worker.run("end 1");
            var next = IntStream.rangeClosed(FIRST + 1, FIRST + ONE_BY_ONE).iterator();
            var cold = Latencies.of(0, ONE_BY_ONE, Duration.ZERO, () -> {
                traffic.send(List.of(call(next.next())));
                traffic.awaitSuccesses(1);
                return next;
            });
            for (var from = FIRST + ONE_BY_ONE + 1; from <= bots; from += PORTION) {
                wake(traffic, from, Math.min(bots, from + PORTION - 1));
            }
            var _ = worker.run("begin");
            var resident = worker.run("end 1");
            results.add(Resident.of("Botyard's worker", bots, bots - FIRST, idle, resident, cold));
        }
    }

    private void polling() throws Exception {
        try (var world = World.of(1, 1, target);
                var racer = Racer.start(
                        Program.java(
                                PollingRacer.class,
                                List.of(world.sandbox().uri().toString())),
                        target.resolve("s5-polling.log"))) {
            var idle = racer.run("0");
            var resident = racer.run(Integer.toString(POLLING_BOTS));
            results.add(Resident.of("TelegramBots, long polling", POLLING_BOTS, POLLING_BOTS, idle, resident, null));
        }
    }

    private void wake(Traffic traffic, int from, int to) {
        traffic.send(IntStream.rangeClosed(from, to).mapToObj(this::call).toList());
        traffic.awaitSuccesses(to - from + 1);
    }

    private CallMethod call(int user) {
        return commands.sendMessage(user, user, "1", "wake up");
    }
}
