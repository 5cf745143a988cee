package io.botyard.bench.takeover;

import io.botyard.contract.CommandId;
import io.botyard.contract.Message;
import io.botyard.contract.event.CallIntent;
import io.botyard.contract.event.CallOutcome;
import io.botyard.contract.event.CallUnknown;
import io.botyard.contract.wire.KafkaConnection;
import io.botyard.contract.wire.MessageCodec;
import io.botyard.contract.wire.Topic;
import io.botyard.testkit.TopicReader;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * When calls were begun and when they ended, by what workers wrote of them.
 *
 * @param unknown how many of them ended so
 */
record Journal(Map<CommandId, Instant> begun, Map<CommandId, Instant> ended, long unknown) {

    private static final MessageCodec CODEC = new MessageCodec("/botyard/bench");

    static Journal read(KafkaConnection kafka) {
        var ends = new HashMap<CommandId, Instant>();
        var unknown = new HashMap<CommandId, Boolean>();
        try (var outcomes = TopicReader.of(kafka, Topic.BOT_OUTCOMES.topicName())) {
            for (var record : outcomes.records()) {
                var outcome = CODEC.decode(record, CallOutcome.class);
                var id = outcome.head().commandId();
                ends.putIfAbsent(id, Instant.ofEpochMilli(record.timestamp()));
                unknown.putIfAbsent(id, outcome instanceof CallUnknown);
            }
        }
        return new Journal(
                first(kafka, Topic.BOT_INTENTS, CallIntent.class, CallIntent::commandId),
                ends,
                unknown.values().stream().filter(Boolean::booleanValue).count());
    }

    /** Calls that somebody was making at a moment. */
    Set<CommandId> inFlightAt(Instant moment) {
        return begun.entrySet().stream()
                .filter(begin -> !begin.getValue().isAfter(moment))
                .map(Map.Entry::getKey)
                .filter(call -> ended.getOrDefault(call, Instant.MAX).isAfter(moment))
                .collect(Collectors.toSet());
    }

    private static <M extends Message> Map<CommandId, Instant> first(
            KafkaConnection kafka, Topic topic, Class<M> type, Function<M, CommandId> id) {
        try (var reader = TopicReader.of(kafka, topic.topicName())) {
            return reader.records().stream()
                    .collect(Collectors.toMap(
                            record -> id.apply(CODEC.decode(record, type)),
                            record -> Instant.ofEpochMilli(record.timestamp()),
                            (one, _) -> one));
        }
    }
}
