package io.botyard.worker.intake;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * Where to go on in a partition, and what is known of the calls that come again.
 *
 * @param ends how far the journal was written when it was read
 * @param past what an earlier owner may have begun
 */
record Handover(Map<TopicPartition, Long> offsets, Knowledge knowledge, JournalEnds ends, Past past) {}
