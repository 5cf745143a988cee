package io.botyard.bench.trail;

import io.botyard.bench.measure.Cost;
import io.botyard.bench.measure.Lap;
import io.botyard.bench.measure.Obedience;
import io.botyard.contract.Message;
import io.botyard.contract.wire.KafkaConnection;
import io.botyard.contract.wire.MessageCodec;
import io.botyard.contract.wire.Topic;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads what there is and keeps each poll's records in one go, without positions, chains and a look for repeats. */
public final class KeeperRacer {

    private static final Duration POLL = Duration.ofMillis(500);
    /** Whoever needs longer is measured by what they kept until then. */
    private static final long LONGEST_NANOS = Duration.ofSeconds(20).toNanos();

    private static final int MOST = 5_000;
    private static final List<TopicPartition> INPUTS = Stream.of(
                    Topic.BOT_EVENTS, Topic.AUDIT_ACCESS, Topic.BOT_OUTCOMES)
            .flatMap(topic -> IntStream.range(0, Filled.PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(topic.topicName(), partition)))
            .toList();

    private final Keeper keeper;
    private final KafkaConnection kafka;
    private final String url;
    private final MessageCodec codec = new MessageCodec("/botyard/bench");

    private KeeperRacer(Keeper keeper, KafkaConnection kafka, String url) {
        this.keeper = keeper;
        this.kafka = kafka;
        this.url = url;
    }

    /** Takes {@code copy} or {@code row}, Kafka's address and the database's; an order is how many records there are. */
    public static void main(String[] arguments) {
        var keeper = switch (arguments[0]) {
            case "copy" -> new Copying();
            case "row" -> new RowByRow();
            default -> throw new IllegalArgumentException(arguments[0]);
        };
        var racer = new KeeperRacer(keeper, new KafkaConnection(arguments[1], Map.of()), arguments[2]);
        Obedience.until(words -> racer.run(Long.parseLong(words[0])));
    }

    private Cost run(long records) throws SQLException {
        var settings = new HashMap<>(kafka.consumer());
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST);
        var lap = new Lap();
        var kept = 0L;
        try (var connection = DriverManager.getConnection(url);
                var consumer = new KafkaConsumer<String, byte[]>(settings)) {
            consumer.assign(INPUTS);
            consumer.seekToBeginning(INPUTS);
            var end = Long.MAX_VALUE;
            while (kept < records && System.nanoTime() < end) {
                var polled = consumer.poll(POLL);
                if (kept == 0) {
                    lap.begin();
                    end = System.nanoTime() + LONGEST_NANOS;
                }
                var first = kept;
                var rows = StreamSupport.stream(polled.spliterator(), false)
                        .map(this::read)
                        .toList();
                keeper.keep(
                        IntStream.range(0, rows.size())
                                .mapToObj(i -> Row.of(rows.get(i), first + i))
                                .toList(),
                        connection);
                kept += rows.size();
            }
        }
        return lap.end(kept);
    }

    private Message read(ConsumerRecord<String, byte[]> record) {
        return codec.decode(record, Message.class);
    }
}
