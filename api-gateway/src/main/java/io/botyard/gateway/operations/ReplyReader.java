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
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads this gateway's one partition of {@code bot.replies} from its end, and leaves what is for other gateways. */
public final class ReplyReader {

    private static final Logger LOG = LoggerFactory.getLogger(ReplyReader.class);

    private final GatewayId gateway;
    private final MessageCodec codec;
    private final DeadLetters deadLetters;
    private final MeterRegistry meters;
    private final Replies replies;
    private final TopicTail tail;

    public ReplyReader(
            KafkaConnection kafka,
            GatewayId gateway,
            MessageCodec codec,
            DeadLetters deadLetters,
            MeterRegistry meters,
            Replies replies) {
        this.gateway = gateway;
        this.codec = codec;
        this.deadLetters = deadLetters;
        this.meters = meters;
        this.replies = replies;
        var topic = Topic.BOT_REPLIES;
        var skipped = meters.counter("botyard.replies.skipped", "topic", topic.topicName());
        this.tail = new TopicTail(kafka, topic, this::take, skipped);
    }

    /** Returns once no reply can be missed any more. */
    public void start(int partitions) {
        var inTime = tail.follow(ReplyRoute.partitionOf(gateway, partitions));
        tail.start();
        inTime.join();
    }

    public void stop() {
        tail.stop();
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
}
