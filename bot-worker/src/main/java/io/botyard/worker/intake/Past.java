package io.botyard.worker.intake;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * What an earlier owner of a partition may have begun: it stays to be known until it is finished, however often the
 * partition is taken over before.
 *
 * @param from where the journal of it begins
 * @param below by input, the offset before which records may have been begun
 */
record Past(JournalEnds from, Map<TopicPartition, Long> below) {

    /**
     * How far the journal was written before this record was begun by anybody.
     *
     * @param now how far it is written
     */
    JournalEnds endsBefore(ConsumerRecord<String, byte[]> record, JournalEnds now) {
        var reached = below.get(new TopicPartition(record.topic(), record.partition()));
        return reached != null && record.offset() < reached ? from : now;
    }
}
