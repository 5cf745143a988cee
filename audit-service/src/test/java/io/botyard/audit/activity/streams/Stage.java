package io.botyard.audit.activity.streams;

import io.botyard.audit.activity.ActivitySettings;
import io.botyard.audit.activity.HealthSettings;
import io.botyard.contract.Message;
import io.botyard.contract.event.ActivityCounted;
import io.botyard.contract.event.BotHealthChanged;
import io.botyard.contract.event.CallEvent;
import io.botyard.contract.wire.KafkaConnection;
import io.botyard.contract.wire.MessageCodec;
import io.botyard.contract.wire.Topic;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The topology with its stores, at a time of the test's own. */
final class Stage implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final HealthSettings HEALTH =
            new HealthSettings(Duration.ofMinutes(5), 10, 20, Duration.ofSeconds(3), 50, 5, Duration.ofSeconds(10));
    private static final MessageCodec CODEC = new MessageCodec("/botyard/test");
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, byte[]> outcomes;
    private Instant now = NOON;

    private Stage(Path directory) {
        var settings = new ActivitySettings(
                true,
                "counting-" + directory.getFileName(),
                directory,
                0,
                1,
                Duration.ofMinutes(5),
                Duration.ofMinutes(30),
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                Duration.ZERO);
        var metrics = new ActivityMetrics(meters);
        var properties =
                new StreamsSettings(new KafkaConnection("nowhere:1", Map.of()), settings, metrics).properties();
        driver = new TopologyTestDriver(
                new ActivityTopology(settings, HEALTH, metrics, () -> now).build(), properties, NOON);
        outcomes = driver.createInputTopic(
                Topic.BOT_OUTCOMES.topicName(), new StringSerializer(), new ByteArraySerializer());
    }

    static Stage in(Path directory) {
        return new Stage(directory);
    }

    Instant now() {
        return now;
    }

    /** Time passes: windows are told, and bots are looked at. */
    Stage after(Duration pause) {
        now = now.plus(pause);
        driver.advanceWallClockTime(pause);
        return this;
    }

    Stage hears(CallEvent... events) {
        for (var event : events) {
            var record = CODEC.encode(Topic.BOT_OUTCOMES, event);
            hears(record.key(), record.headers(), record.value());
        }
        return this;
    }

    Stage hears(String key, Headers headers, byte[] value) {
        outcomes.pipeInput(new TestRecord<>(key, value, headers, now));
        return this;
    }

    Stage hearsPoison() {
        return hears("7", new RecordHeaders(), new byte[] {'{'});
    }

    /** What was told since this was asked last. */
    List<ActivityCounted> windows() {
        return told(Topic.OPS_ACTIVITY, ActivityCounted.class);
    }

    List<BotHealthChanged> changes() {
        return told(Topic.OPS_HEALTH, BotHealthChanged.class);
    }

    List<BotHealthChanged> recordedChanges() {
        return told(Topic.AUDIT_ACCESS, BotHealthChanged.class);
    }

    double count(String metric) {
        return meters.get(metric).counter().count();
    }

    @Override
    public void close() {
        driver.close();
    }

    private <M extends Message> List<M> told(Topic topic, Class<M> type) {
        var read = driver.createOutputTopic(topic.topicName(), new StringDeserializer(), new ByteArrayDeserializer());
        var told = new ArrayList<M>();
        for (var record : read.readRecordsToList()) {
            told.add(CODEC.decode(
                    new ConsumerRecord<>(
                            topic.topicName(),
                            0,
                            0,
                            0,
                            TimestampType.CREATE_TIME,
                            0,
                            0,
                            record.key(),
                            record.value(),
                            record.headers(),
                            Optional.empty()),
                    type));
        }
        return told;
    }
}
