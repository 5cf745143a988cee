package io.botyard.bench.neighbours;

import io.botyard.bench.measure.Latencies;
import io.botyard.bench.measure.Rounds;
import io.botyard.bench.world.BotRows;
import io.botyard.bench.world.Traffic;
import io.botyard.bench.world.World;
import io.botyard.contract.wire.WireJson;
import io.botyard.sandbox.fault.Fault;
import io.botyard.sandbox.ledger.Call;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One bot whose calls all hang, among others that write: from sending to Telegram, theirs take as long as they did before.
 * While it hangs, all its turns are taken and what waits grows to more than stays in memory.
 */
public final class Neighbours {

    private static final int USERS = 60;
    private static final long HANGING = 1;
    private static final int AT_ONCE = 5;
    private static final Duration WARM_UP = Duration.ofSeconds(45);
    private static final Duration LAP = Duration.ofSeconds(Rounds.share(30));
    private static final Duration ANSWER_AFTER = Duration.ofMillis(50);

    /**
     * One round.
     *
     * @param hung calls of the bot that were asked and not answered
     */
    record Pair(Millis before, Millis meanwhile, long hung) {}

    record Millis(long calls, double p50, double p99) {

        static Millis of(List<Call> calls) {
            var took =
                    Latencies.ofMicros(calls.stream().mapToLong(call -> Writers.micros(call.text("text"), call.at())));
            return new Millis(calls.size(), took.percentile(0.5) / 1e3, took.percentile(0.99) / 1e3);
        }
    }

    private Neighbours() {}

    /** The JSON file is left in {@code target}. */
    public static void run(Path target) throws Exception {
        var pairs = new ArrayList<Pair>();
        for (var round = 1; round <= Rounds.count(); round++) {
            Rounds.begins(round);
            try (var world = World.of(USERS, AT_ONCE, target);
                    var traffic = new Traffic(world.broker().connection());
                    var _ = world.startWorker("neighbours")) {
                world.awaitOwners(1);
                pairs.add(round(world, new Writers(traffic, USERS)));
            }
            System.out.println("  " + pairs.getLast());
        }
        print(pairs);
        Files.writeString(target.resolve("neighbours.json"), WireJson.mapper().writeValueAsString(pairs));
    }

    private static Pair round(World world, Writers writers) throws InterruptedException {
        var faults = world.sandbox().faults();
        faults.add(Fault.delay(ANSWER_AFTER).times(Integer.MAX_VALUE));
        writers.writeFor(WARM_UP);
        var first = last(world);
        writers.writeFor(LAP);
        var second = last(world);
        faults.clear();
        faults.add(Fault.hanging().forBot(BotRows.botId(HANGING)).times(Integer.MAX_VALUE));
        faults.add(Fault.delay(ANSWER_AFTER).times(Integer.MAX_VALUE));
        writers.writeFor(LAP);
        var calls = world.sandbox().ledger().calls();
        var hung = calls.stream()
                .filter(call -> call.seq() > second && isHanging(call) && call.answer() == null)
                .count();
        if (hung < AT_ONCE) {
            throw new IllegalStateException("nothing hung, so nothing was measured");
        }
        return new Pair(others(calls, first, second), others(calls, second, Long.MAX_VALUE), hung);
    }

    private static Millis others(List<Call> calls, long after, long until) {
        return Millis.of(calls.stream()
                .filter(call -> call.seq() > after && call.seq() <= until && !isHanging(call))
                .toList());
    }

    private static boolean isHanging(Call call) {
        return call.botId() == BotRows.botId(HANGING);
    }

    private static long last(World world) {
        return world.sandbox().ledger().calls().stream()
                .map(Call::seq)
                .max(Comparator.naturalOrder())
                .orElse(0L);
    }

    private static void print(List<Pair> pairs) {
        System.out.println(
                "One bot hangs: the others, medians of " + pairs.size() + " rounds (ms from sending to Telegram)");
        row("p50, nobody hangs", pairs, pair -> pair.before().p50());
        row("p50, one bot hangs", pairs, pair -> pair.meanwhile().p50());
        row("p99, nobody hangs", pairs, pair -> pair.before().p99());
        row("p99, one bot hangs", pairs, pair -> pair.meanwhile().p99());
        row(
                "p99, hanging / not",
                pairs,
                pair -> pair.meanwhile().p99() / pair.before().p99());
        row("calls that hung", pairs, Pair::hung);
    }

    private static void row(String name, List<Pair> pairs, ToDoubleFunction<Pair> value) {
        var sorted = pairs.stream().mapToDouble(value).sorted().toArray();
        System.out.println("  %-22s %9.2f  (%.2f - %.2f)"
                .formatted(name, sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]));
    }
}
