package io.botyard.bench.accept;

import io.botyard.bench.measure.Rounds;
import io.botyard.contract.wire.WireJson;
import io.botyard.testkit.TestBroker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * S6: HTTP POST to 202 once every replica in sync has the record, at full and at half load. Every contender answers the
 * same requests, one after the other in each round, on one broker. Goals: at least half of the constant answer, p99
 * under 20 ms at half load.
 */
public final class Accept {

    private static final int ROUNDS = Rounds.count();
    private static final int PARTITIONS = 12;
    /** On two busy cores the compilers need that long. */
    private static final Duration WARM_UP = Duration.ofSeconds(30);

    private Accept() {}

    /** {@code module} is the folder of this module; the JSON file is left in {@code target}. */
    public static void run(Path module, Path target) throws Exception {
        Wrk.check();
        var broker = TestBroker.fresh().withTopics(PARTITIONS);
        var results = new ArrayList<Result>();
        try (var contenders = Contenders.start(module, target, broker)) {
            for (var contender : contenders.all()) {
                var _ = contender.load().run(WARM_UP);
            }
            for (var round = 1; round <= ROUNDS; round++) {
                contenders.renewTokens();
                System.out.println("round " + round + " of " + ROUNDS);
                for (var contender : contenders.all()) {
                    results.add(Result.of(contender));
                }
                results.add(BareProducer.result(broker.connection()));
            }
        }
        print(results);
        Files.writeString(target.resolve("s6-accept.json"), WireJson.mapper().writeValueAsString(results));
    }

    private static void print(List<Result> results) {
        System.out.println("S6 accept: medians of " + ROUNDS + " rounds");
        System.out.println("%-36s %9s %9s %7s %9s %9s %8s %8s"
                .formatted("", "req/s", "spread", "ratio", "p99 half", "at req/s", "cpu us", "threads"));
        var names = results.stream().map(Result::name).distinct().toList();
        var constant = median(results, Contenders.CONSTANT).perSecond();
        for (var name : names) {
            var middle = median(results, name);
            var rates = results.stream()
                    .filter(result -> result.name().equals(name))
                    .map(Result::perSecond)
                    .sorted()
                    .toList();
            System.out.println("%-36s %9.0f %4.0f-%4.0fk %7.2f %7.1fms %9.0f %8.0f %8d"
                    .formatted(
                            name,
                            middle.perSecond(),
                            rates.getFirst() / 1000,
                            rates.getLast() / 1000,
                            middle.perSecond() / constant,
                            middle.halfLoadP99Millis(),
                            middle.halfLoadPerSecond(),
                            middle.cpuMicros(),
                            middle.threads()));
        }
        var failed = results.stream().filter(result -> result.notAccepted() > 0).toList();
        failed.forEach(result ->
                System.out.println("  " + result.name() + ": " + result.notAccepted() + " answers were not 2xx"));
    }

    private static Result median(List<Result> results, String name) {
        var own = results.stream()
                .filter(result -> result.name().equals(name))
                .sorted(Comparator.comparingDouble(Result::perSecond))
                .toList();
        return own.get(own.size() / 2);
    }
}
