package io.botyard.bench.measure;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;

/** How long something took, each time it was done, in microseconds. */
public final class Latencies {

    private static final long NANOS_PER_MICRO = 1_000;

    private final long[] sorted;

    private Latencies(long[] sorted) {
        this.sorted = sorted;
    }

    /** Rests before each time. */
    public static Latencies of(int warmUps, int times, Duration between, Callable<?> work) throws Exception {
        for (var i = 0; i < warmUps; i++) {
            Thread.sleep(between);
            work.call();
        }
        var took = new long[times];
        for (var i = 0; i < times; i++) {
            Thread.sleep(between);
            var began = System.nanoTime();
            work.call();
            took[i] = (System.nanoTime() - began) / NANOS_PER_MICRO;
        }
        return ofMicros(LongStream.of(took));
    }

    /** Of what was measured elsewhere. */
    public static Latencies ofMicros(LongStream took) {
        return new Latencies(took.sorted().toArray());
    }

    public long percentile(double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
    }

    public String row(String name) {
        return "%-34s %9.2f %9.2f %9.2f"
                .formatted(name, percentile(0.5) / 1000.0, percentile(0.9) / 1000.0, percentile(0.99) / 1000.0);
    }

    public String json(String name) {
        return "{\"name\":\"%s\",\"p50_us\":%d,\"p90_us\":%d,\"p99_us\":%d}"
                .formatted(name, percentile(0.5), percentile(0.9), percentile(0.99));
    }
}
