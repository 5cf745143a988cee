package io.botyard.bench.density;

import io.botyard.bench.measure.Cost;
import io.botyard.bench.measure.Latencies;
import io.botyard.bench.measure.Rounds;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What resident bots cost.
 *
 * @param bytes of heap for each bot
 * @param idleThreads before any of them was resident
 * @param coldP99Millis from a bot's first call to its outcome
 */
record Resident(
        String name,
        int bots,
        double bytes,
        double idleMegabytes,
        double megabytes,
        int idleThreads,
        int threads,
        double coldP50Millis,
        double coldP99Millis) {

    private static final double MEGABYTE = 1 << 20;
    private static final double MICROS_PER_MILLI = 1000;

    /** @param woken how many of the bots became resident between the two looks */
    static Resident of(String name, int bots, int woken, Cost idle, Cost resident, @Nullable Latencies cold) {
        return new Resident(
                name,
                bots,
                (resident.heapMegabytes() - idle.heapMegabytes()) * MEGABYTE / woken,
                idle.heapMegabytes(),
                resident.heapMegabytes(),
                idle.threads(),
                resident.threads(),
                cold == null ? 0 : cold.percentile(0.5) / MICROS_PER_MILLI,
                cold == null ? 0 : cold.percentile(0.99) / MICROS_PER_MILLI);
    }

    static void print(List<Resident> all) {
        System.out.println("S5 density: medians of " + Rounds.count() + " rounds");
        System.out.println("%-30s %8s %11s %19s %16s %10s %10s"
                .formatted("", "bots", "bytes a bot", "heap idle, resident", "threads", "cold p50", "cold p99"));
        for (var one : all.stream().map(Resident::bots).distinct().toList()) {
            var own = all.stream()
                    .filter(result -> result.bots() == one)
                    .sorted(Comparator.comparingDouble(Resident::bytes))
                    .toList();
            System.out.println(own.get(own.size() / 2).line());
        }
    }

    private String line() {
        return "%-30s %8d %11.0f %8.0f - %5.0f MB %7d - %6d %7.1f ms %7.1f ms"
                .formatted(
                        name,
                        bots,
                        bytes,
                        idleMegabytes,
                        megabytes,
                        idleThreads,
                        threads,
                        coldP50Millis,
                        coldP99Millis);
    }
}
