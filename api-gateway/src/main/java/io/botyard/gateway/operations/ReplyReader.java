package io.botyard.gateway.operations;

import io.botyard.contract.GatewayId;
import io.botyard.contract.event.Event;
import io.botyard.contract.wire.DeadLetters;
import io.botyard.contract.wire.KafkaConnection;
import io.botyard.contract.wire.MessageCodec;
import io.botyard.contract.wire.ReplyRoute;
import io.botyard.contract.wire.Topic;
import io.botyard.contract.wire.UnreadableRecord;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads this gateway's one partition of {@code bot.replies} from its end, and leaves what is for other gateways. */
public final class ReplyReader {

    private static final Logger LOG = LoggerFactory.getLogger(ReplyReader.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final KafkaConnection kafka;
    private final GatewayId gateway;
    private final MessageCodec codec;
    private final DeadLetters deadLetters;
    private final MeterRegistry meters;
    private final Replies replies;
    private final CompletableFuture<Void> positioned = new CompletableFuture<>();
    private final CountDownLatch stopped = new CountDownLatch(1);

    public ReplyReader(
            KafkaConnection kafka,
            GatewayId gateway,
            MessageCodec codec,
            DeadLetters deadLetters,
            MeterRegistry meters,
            Replies replies) {
        this.kafka = kafka;
        this.gateway = gateway;
        this.codec = codec;
        this.deadLetters = deadLetters;
        this.meters = meters;
        this.replies = replies;
    }

    /** Returns once no reply can be missed any more. */
    public void start(int partitions) {
        var partition = new TopicPartition(Topic.BOT_REPLIES.topicName(), ReplyRoute.partitionOf(gateway, partitions));
        Thread.ofPlatform().name("replies").daemon().start(() -> readUntilStopped(partition));
        positioned.join();
    }

    public void stop() {
        stopped.countDown();
        positioned.complete(null);
    }

    private void readUntilStopped(TopicPartition partition) {
        do {
            try (var consumer = new KafkaConsumer<String, byte[]>(fromTheEnd())) {
                read(consumer, partition);
            } catch (KafkaException away) {
                LOG.atWarn()
                        .addKeyValue("partition", partition.partition())
                        .addKeyValue("reason", away.getClass().getSimpleName())
                        .log("replies cannot be read, trying again");
            }
        } while (!stoppedWithin(PAUSE));
    }

    private void read(Consumer<String, byte[]> consumer, TopicPartition partition) {
        consumer.assign(List.of(partition));
        consumer.seekToEnd(List.of(partition));
        var _ = consumer.position(partition);
        positioned.complete(null);
        while (!stoppedWithin(Duration.ZERO)) {
            consumer.poll(POLL).forEach(this::take);
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        var addressee = ReplyRoute.addressee(record.headers());
        if (addressee.isPresent() && !addressee.get().equals(gateway)) {
            return;
        }
        try {
            replies.arrived(codec.decode(record, Event.class));
        } catch (UnreadableRecord unreadable) {
            meters.counter("botyard.dead.letters", "topic", record.topic()).increment();
            LOG.atWarn()
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("reason", unreadable.getMessage())
                    .log("unreadable reply set aside");
            var _ = deadLetters.bury(record, String.valueOf(unreadable.getMessage()));
        }
    }

    private boolean stoppedWithin(Duration time) {
        try {
            return stopped.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private Map<String, Object> fromTheEnd() {
        var settings = new HashMap<>(kafka.consumer());
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        return settings;
    }
}
