package io.botyard.gateway.live;

import io.botyard.contract.UserId;
import io.botyard.contract.event.BotEvent;
import io.botyard.contract.event.CallEvent;
import io.botyard.contract.wire.KafkaConnection;
import io.botyard.contract.wire.MessageCodec;
import io.botyard.contract.wire.Topic;
import io.botyard.contract.wire.UserPartitions;
import io.botyard.gateway.operations.TopicTail;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.stereotype.Component;

/**
 * All of {@code bot.events}, and of {@code bot.outcomes} what concerns somebody who listens here: of a partition without
 * listeners nothing is fetched, of a user without listeners nothing is decoded.
 */
@Component
public class LiveTopics {

    private final MessageCodec codec;
    private final Listeners listeners;
    private final Telling telling;
    private final TopicTail events;
    private final TopicTail outcomes;
    private final UserPartitions partitions;

    LiveTopics(
            KafkaConnection kafka,
            UserPartitions partitions,
            MessageCodec codec,
            Listeners listeners,
            Telling telling,
            MeterRegistry meters) {
        this.partitions = partitions;
        this.codec = codec;
        this.listeners = listeners;
        this.telling = telling;
        this.events = tail(kafka, Topic.BOT_EVENTS, this::event, meters);
        this.outcomes = tail(kafka, Topic.BOT_OUTCOMES, this::outcome, meters);
    }

    private static TopicTail tail(KafkaConnection kafka, Topic topic, TopicTail.Reader reader, MeterRegistry meters) {
        return new TopicTail(kafka, topic, reader, meters.counter("botyard.live.skipped", "topic", topic.topicName()));
    }

    /** Returns once no event can be missed any more. */
    public void start() {
        var followed =
                IntStream.range(0, partitions.count()).mapToObj(events::follow).toArray(CompletableFuture<?>[]::new);
        events.start();
        outcomes.start();
        CompletableFuture.allOf(followed).join();
    }

    public void stop() {
        events.stop();
        outcomes.stop();
    }

    /** Done once no outcome of this user can be missed. */
    CompletableFuture<Void> follow(UserId user) {
        return outcomes.follow(partitions.of(user));
    }

    void leave(UserId user) {
        outcomes.leave(partitions.of(user));
    }

    private void event(ConsumerRecord<String, byte[]> record) {
        telling.changed(codec.decode(record, BotEvent.class));
    }

    private void outcome(ConsumerRecord<String, byte[]> record) {
        if (listeners.hear(record.key())) {
            telling.called(codec.decode(record, CallEvent.class));
        }
    }
}
