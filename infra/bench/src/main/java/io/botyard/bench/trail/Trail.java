package io.botyard.bench.trail;

import io.botyard.bench.measure.Cost;
import io.botyard.bench.measure.Program;
import io.botyard.bench.measure.Racer;
import io.botyard.bench.measure.Rounds;
import io.botyard.bench.measure.Scores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * S4: 300 000 records from Kafka into Postgres, once all entries of trails, once outcomes of calls with a tenth of
 * entries. Goals: 0.8 of COPY without a look at what is there, ahead of Kafka Connect and of row by row.
 */
public final class Trail {

    private static final String OURS = "Botyard's audit service";
    private static final String LIMIT = "COPY";
    private static final String EVERYTHING = Integer.toString(Load.RECORDS);

    private final Path module;
    private final Path target;
    private final Tables tables = Tables.made();
    private final Scores scores = new Scores();

    private Trail(Path module, Path target) throws Exception {
        this.module = module;
        this.target = target;
    }

    /** {@code module} is the folder of this module; the JSON file is left in {@code target}. */
    public static void run(Path module, Path target) throws Exception {
        var trail = new Trail(module, target);
        for (var load : List.of(Load.ENTRIES, Load.OUTCOMES)) {
            trail.run(load);
        }
        trail.scores.print(
                "S4 trail", under -> trail.scores.median(LIMIT, under).perSecond());
        trail.scores.write(target.resolve("s4-trail.json"));
    }

    private void run(Load load) throws Exception {
        var filled = Filled.with(load);
        try (var ours = ours(filled);
                var copying = keeper("copy", filled);
                var rowByRow = keeper("row", filled);
                var connect = Rounds.withPeers() ? Connect.start(filled, tables, module, target) : null) {
            for (var round = 0; round <= Rounds.count(); round++) {
                // The first is for the compilers.
                var counts = round > 0;
                if (counts) {
                    Rounds.begins(round);
                }
                measure(LIMIT, load, counts, () -> copying.run(EVERYTHING));
                var rows = tables.rows();
                filled.forgetSeals();
                measure(OURS, load, counts, () -> ours.run(EVERYTHING));
                if (tables.rows() != rows) {
                    throw new IllegalStateException(tables.rows() + " rows are kept, and " + rows + " by COPY");
                }
                measure("row by row", load, counts, () -> rowByRow.run(EVERYTHING));
                if (connect != null) {
                    measure("Kafka Connect, Debezium, as it comes", load, counts, connect::asItComes);
                    measure("Kafka Connect, Debezium, tuned", load, counts, connect::tuned);
                }
            }
        } finally {
            filled.broker().stop();
        }
    }

    private void measure(String name, Load load, boolean counts, Run run) throws Exception {
        tables.empty();
        var cost = run.run();
        if (counts) {
            scores.add(name, load.name(), cost);
        }
    }

    private Racer ours(Filled filled) throws IOException {
        var settings = Stream.of(
                        tables.properties(),
                        filled.broker().properties(),
                        Map.<String, Object>of(
                                "server.port",
                                0,
                                "management.server.port",
                                0,
                                "botyard.kafka.partitions",
                                Filled.PARTITIONS,
                                "botyard.audit.activity.enabled",
                                false,
                                "botyard.audit.heads.keys",
                                Files.createTempDirectory("botyard-bench-keys")))
                .flatMap(some -> some.entrySet().stream())
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue());
        return Racer.start(
                Program.java(IngestionRacer.class, settings.toList()), target.resolve("s4-audit-service.log"));
    }

    private Racer keeper(String way, Filled filled) throws IOException {
        return Racer.start(
                Program.java(KeeperRacer.class, List.of(way, filled.broker().bootstrapServers(), tables.serviceUrl())),
                target.resolve("s4-" + way + ".log"));
    }

    /** One contender's run. */
    @FunctionalInterface
    private interface Run {
        Cost run() throws Exception;
    }
}
