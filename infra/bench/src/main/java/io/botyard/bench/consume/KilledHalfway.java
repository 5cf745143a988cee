package io.botyard.bench.consume;

import io.botyard.testkit.TestBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The same topic with a kill -9 half-way: another process goes on, leaves no gap and keeps the order. */
final class KilledHalfway {

    private static final int WORK_MILLIS = 50;
    private static final long LOOK_MILLIS = 5;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final TestBroker broker;
    private final OrderedTopic topic;
    private final Path target;

    KilledHalfway(TestBroker broker, OrderedTopic topic, Path target) {
        this.broker = broker;
        this.topic = topic;
        this.target = target;
    }

    void run(String way) throws Exception {
        var before = Files.createTempFile("before", ".records");
        var after = Files.createTempFile("after", ".records");
        runUntil(way, before, () -> HandledRecords.in(before).count() >= topic.records() / 2);
        var killedAt = System.nanoTime();
        runUntil(way, after, () -> HandledRecords.in(before).and(after).distinct() == topic.records());
        var took = (System.nanoTime() - killedAt) / 1e9;
        var handled = HandledRecords.in(before).and(after);
        System.out.println(
                "killed after %d of %d records; the next process had done the rest %.1f s later; no gap, %d done twice"
                        .formatted(
                                HandledRecords.in(before).count(),
                                topic.records(),
                                took,
                                handled.count() - handled.distinct()));
    }

    /** A look at something that files say. */
    private interface Look {
        boolean satisfied() throws IOException;
    }

    /** Lets a process handle records into a file and kills it as soon as that is enough. */
    private void runUntil(String way, Path file, Look enough) throws Exception {
        try (var racer = Consume.start(way, broker, target)) {
            racer.tell("%s %d %d killed %s".formatted(topic.name(), topic.records(), WORK_MILLIS, file));
            for (var began = System.nanoTime(); !enough.satisfied(); ) {
                if (!racer.handle().isAlive() || System.nanoTime() - began > PATIENCE_NANOS) {
                    throw new IllegalStateException("the records are not handled");
                }
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            }
            racer.kill();
        }
    }
}
