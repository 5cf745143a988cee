package io.botyard.bench;

import io.botyard.bench.measure.Latencies;
import io.botyard.bench.measure.Rounds;
import io.botyard.contract.wire.KafkaConnection;
import io.botyard.standalone.Standalone;
import io.botyard.standalone.StandaloneSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * S8: one message at low load, from the HTTP request to the answer that says Telegram has it, and to the operation that
 * says so, beside two Kafka hops measured in the same run. Goal: p50 under 10 ms, p99 under 40 ms.
 */
final class EndToEnd {

    private static final int ROUNDS = Rounds.count();
    private static final int WARM_UPS = Rounds.share(3_000);
    private static final int TIMES = Rounds.share(500);
    /** Low load: the bot may send a hundred a second, and is not to wait for that. */
    private static final Duration BETWEEN = Duration.ofMillis(15);

    private EndToEnd() {}

    static void run(Path target) throws Exception {
        var json = new StringBuilder("[");
        try (var botyard = Standalone.start(StandaloneSettings.in(Files.createTempDirectory("botyard-bench")));
                var hop = new KafkaHop(new KafkaConnection(botyard.kafka(), Map.of()))) {
            var customer = new Customer(botyard.gateway()).withBot();
            System.out.println("%-34s %9s %9s %9s".formatted("S8 end to end (ms)", "p50", "p90", "p99"));
            // The compilers need that long.
            var _ = Latencies.of(WARM_UPS, 1, BETWEEN, customer::sendAndWait);
            for (var round = 1; round <= ROUNDS; round++) {
                var limit = Latencies.of(TIMES, TIMES, BETWEEN, hop::once);
                var ours = Latencies.of(TIMES, TIMES, BETWEEN, customer::sendAndWait);
                var seen = Latencies.of(0, TIMES, BETWEEN, customer::sendAndSee);
                System.out.println(limit.row("round " + round + ": one Kafka hop"));
                System.out.println(ours.row("round " + round + ": HTTP to answer"));
                System.out.println(seen.row("round " + round + ": HTTP to operation"));
                System.out.println(
                        "  ours / two hops, p50: %.2f".formatted(ours.percentile(0.5) / (2.0 * limit.percentile(0.5))));
                json.append(round == 1 ? "" : ",")
                        .append(limit.json("hop"))
                        .append(",")
                        .append(ours.json("end_to_end"))
                        .append(",")
                        .append(seen.json("operation"));
            }
        }
        Files.writeString(target.resolve("s8-end-to-end.json"), json.append("]"));
    }
}
