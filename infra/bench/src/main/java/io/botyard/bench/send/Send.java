package io.botyard.bench.send;

import io.botyard.bench.measure.Cost;
import io.botyard.bench.measure.NodeModules;
import io.botyard.bench.measure.Program;
import io.botyard.bench.measure.Racer;
import io.botyard.bench.measure.Rounds;
import io.botyard.bench.measure.Scores;
import io.botyard.bench.world.Traffic;
import io.botyard.bench.world.World;
import io.botyard.sandbox.fault.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * S1: 40 000 messages of 100 bots, with a Telegram that answers at once and one that takes 50 ms. Goals: at 0 ms 0.85
 * of the bare client that keeps two records and takes a token for each, at 50 ms 0.9 of in flight ÷ latency, less than
 * 100 µs of CPU a send, ahead of grammY and of TelegramBots as documented.
 */
public final class Send {

    private static final String OURS = "Botyard's worker";
    private static final String LIMIT = "JDK client, two records and a token";
    private static final List<Integer> LATENCIES = List.of(0, 50);
    private static final int SENDS = Rounds.share(40_000);
    private static final int WARM_UPS = 3;

    private final World world;
    private final Path target;
    private final Map<String, Racer> racers = new LinkedHashMap<>();
    private final Scores scores = new Scores();

    private Send(World world, Path target) {
        this.world = world;
        this.target = target;
    }

    /** {@code module} is the folder of this module; the JSON file is left in {@code target}. */
    public static void run(Path module, Path target) throws Exception {
        var node = NodeModules.installed(module, target);
        try (var world = World.of(Load.BOTS, Load.AT_ONCE, target);
                var traffic = Traffic.seenTogether(world.broker().connection())) {
            new Send(world, target).run(node, traffic);
        }
    }

    private void run(Path node, Traffic traffic) throws Exception {
        try (var worker = world.startWorker("s1-worker")) {
            startPeers(node);
            var ours = new WorkerSends(worker, traffic);
            for (var i = 0; i < WARM_UPS; i++) {
                round(0, ours);
            }
            scores.clear();
            for (var round = 1; round <= Rounds.count(); round++) {
                Rounds.begins(round);
                for (var latency : LATENCIES) {
                    round(latency, ours);
                }
            }
        } finally {
            racers.values().forEach(Racer::close);
        }
        scores.print("S1 send", this::limit);
        scores.write(target.resolve("s1-send.json"));
    }

    private void startPeers(Path node) throws IOException {
        var telegram = world.sandbox().uri().toString();
        peer(LIMIT, java("recorded", telegram));
        peer("JDK client alone", java("bare", telegram));
        if (!Rounds.withPeers()) {
            return;
        }
        peer("TelegramBots, as documented", java("default", telegram));
        peer("TelegramBots, tuned", java("tuned", telegram));
        peer("TelegramBots, on virtual threads", java("virtual", telegram));
        peer("grammY + auto-retry", List.of("node", node.resolve("grammy.mjs").toString(), telegram));
    }

    private List<String> java(String client, String telegram) {
        return Program.java(
                SendRacer.class, List.of(client, telegram, world.broker().bootstrapServers()));
    }

    private void peer(String name, List<String> command) throws IOException {
        racers.put(name, Racer.start(command, target.resolve("s1-peer-" + racers.size() + ".log")));
    }

    private void round(int latency, WorkerSends ours) throws IOException, InterruptedException {
        for (var racer : racers.entrySet()) {
            prepare(latency);
            add(racer.getKey(), latency, racer.getValue().run(Integer.toString(SENDS)));
        }
        prepare(latency);
        add(OURS, latency, ours.run(SENDS));
    }

    private void add(String name, int latency, Cost cost) {
        scores.add(name, under(latency), cost);
    }

    private void prepare(int latency) {
        world.sandbox().reset();
        if (latency > 0) {
            world.sandbox().faults().add(Fault.delay(Duration.ofMillis(latency)).times(Integer.MAX_VALUE));
        }
    }

    private static String under(int latency) {
        return "answers after " + latency + " ms";
    }

    private double limit(String under) {
        for (var latency : LATENCIES) {
            if (latency > 0 && under(latency).equals(under)) {
                return Load.BOTS * Load.AT_ONCE * 1000.0 / latency;
            }
        }
        return scores.median(LIMIT, under).perSecond();
    }
}
