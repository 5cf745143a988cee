package io.botyard.bench.consume;

import io.botyard.bench.measure.Cost;
import io.botyard.bench.measure.Obedience;
import io.botyard.contract.wire.KafkaConnection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** Goes through a topic, one way or another, as often as it is told to. */
public final class ConsumeRacer {

    /** Whoever needs longer is measured by what they handled until then. */
    private static final Duration LONGEST = Duration.ofSeconds(6);

    private static final Duration LONGEST_TAKEOVER = Duration.ofSeconds(60);

    private ConsumeRacer() {}

    /** Takes the class of the way and Kafka's address; an order is {@code TOPIC RECORDS WORK_MILLIS [GROUP FILE]}. */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        var way = Class.forName(arguments[0])
                .asSubclass(Way.class)
                .getDeclaredConstructor()
                .newInstance();
        var kafka = new KafkaConnection(arguments[1], Map.of());
        Obedience.until(words -> run(way, kafka, words));
    }

    private static Cost run(Way way, KafkaConnection kafka, String[] words) throws Exception {
        var topic = new OrderedTopic(words[0], Integer.parseInt(words[1]));
        var work = Duration.ofMillis(Long.parseLong(words[2]));
        var shared = words.length > 3;
        var kept = shared ? HandledLog.in(Path.of(words[4])) : HandledLog.nowhere();
        var workload = new Workload(topic, work, kept, shared);
        var group = shared ? words[3] : UUID.randomUUID().toString();
        try (var _ = way.begin(kafka, group, workload)) {
            return workload.await(shared ? LONGEST_TAKEOVER : LONGEST);
        }
    }
}
