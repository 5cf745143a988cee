package io.botyard.bench.consume;

import io.botyard.bench.measure.Program;
import io.botyard.bench.measure.Racer;
import io.botyard.bench.measure.Rounds;
import io.botyard.bench.measure.Scores;
import io.botyard.testkit.TestBroker;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * S3: calls of 1 000 keys on 8 partitions, in order by key, with work of 0, 1, 10 and 50 ms. Goals: 0.6 of keys ÷ work
 * time at 10 ms, 0.9 at 50 ms, less than 10 µs of CPU a record at 0 ms, ahead of both peers at every work time, and no
 * gap when the process is killed half-way.
 */
public final class Consume {

    private static final String OURS = "Botyard's lanes and ledger";
    /** In the package of what it measures, which is not public. */
    private static final String OUR_WAY = "io.botyard.worker.intake.LanesAlone";

    private static final String RAW = "raw consumer loop";
    private static final Map<String, String> CONTENDERS = contenders();
    private static final List<Integer> WORK_MILLIS = List.of(0, 1, 10, 50);
    private static final int RECORDS = 25_000;
    /** Without work 25 000 would be over before the compilers wake up. */
    private static final int RECORDS_WITHOUT_WORK = Rounds.share(1_000_000);

    private Consume() {}

    /** The JSON file is left in {@code target}. */
    public static void run(Path target) throws Exception {
        var broker = TestBroker.fresh();
        var few = OrderedTopic.filled(broker.connection(), RECORDS);
        var many = OrderedTopic.filled(broker.connection(), RECORDS_WITHOUT_WORK);
        var scores = new Scores();
        var racers = new LinkedHashMap<String, Racer>();
        try {
            for (var contender : CONTENDERS.entrySet()) {
                var racer = start(contender.getValue(), broker, target);
                racers.put(contender.getKey(), racer);
                // The compilers need that long.
                for (var order : List.of(order(many, 0), order(few, 1), order(many, 0))) {
                    var _ = racer.run(order);
                }
            }
            for (var round = 1; round <= Rounds.count(); round++) {
                Rounds.begins(round);
                for (var work : WORK_MILLIS) {
                    for (var racer : racers.entrySet()) {
                        if (work == 0 || !racer.getKey().equals(RAW)) {
                            var cost = racer.getValue().run(order(work == 0 ? many : few, work));
                            scores.add(racer.getKey(), under(work), cost);
                        }
                    }
                }
            }
        } finally {
            racers.values().forEach(Racer::close);
        }
        scores.print("S3 ordered consumption", under -> limit(scores, under));
        scores.write(target.resolve("s3-consume.json"));
        new KilledHalfway(broker, few, target).run(OUR_WAY);
    }

    static Racer start(String way, TestBroker broker, Path target) throws Exception {
        return Racer.start(
                Program.java(ConsumeRacer.class, List.of(way, broker.bootstrapServers())),
                target.resolve("s3-" + way.substring(way.lastIndexOf('.') + 1) + ".log"));
    }

    private static String order(OrderedTopic topic, int work) {
        return topic.name() + " " + topic.records() + " " + work;
    }

    private static String under(int work) {
        return "work of " + work + " ms";
    }

    private static double limit(Scores scores, String under) {
        var work = WORK_MILLIS.stream()
                .filter(millis -> under(millis).equals(under))
                .findAny()
                .orElseThrow();
        return work == 0 ? scores.median(RAW, under).perSecond() : OrderedTopic.KEYS * 1000.0 / work;
    }

    private static Map<String, String> contenders() {
        var all = new LinkedHashMap<String, String>();
        all.put(RAW, RawLoop.class.getName());
        all.put("a thread per partition", ThreadPerPartition.class.getName());
        all.put("parallel-consumer, by key", ParallelConsumerByKey.class.getName());
        all.put(OURS, OUR_WAY);
        return all;
    }
}
