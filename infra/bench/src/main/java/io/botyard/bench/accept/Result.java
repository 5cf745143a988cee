package io.botyard.bench.accept;

import java.time.Duration;

/**
 * One contender in one round.
 *
 * @param cpuMicros CPU time of the contender's own process for one request at full load
 * @param notAccepted answers that were not 2xx
 */
record Result(
        String name,
        double perSecond,
        double p99Millis,
        double halfLoadPerSecond,
        double halfLoadP99Millis,
        double cpuMicros,
        int threads,
        long notAccepted) {

    private static final Duration TIME = Duration.ofSeconds(6);

    static Result of(Contender contender) {
        var before = contender.cpu();
        var full = contender.load().run(TIME);
        var cpu = contender.cpu().minus(before);
        var half = contender.load().run(TIME, full.perSecond() / 2);
        return new Result(
                contender.name(),
                full.perSecond(),
                full.p99Millis(),
                half.perSecond(),
                half.p99Millis(),
                cpu.toNanos() / 1000.0 / Math.max(1, full.requests()),
                contender.threads(),
                full.notAccepted() + half.notAccepted());
    }
}
