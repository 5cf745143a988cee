package io.botyard.worker.intake;

import io.botyard.contract.CommandId;
import io.botyard.contract.wire.Topic;
import io.botyard.worker.call.Backlog;
import io.botyard.worker.store.Lease;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** A partition number this worker holds the lease of, with the ledgers of its input topics. */
final class OwnedPartition {

    private final Lease lease;
    private final Knowledge knowledge;
    private final Past past;
    private final KafkaCallJournal journal;
    private final Backlog backlog;
    private final Set<CommandId> setAside;
    private final ParkingQueue parkingQueue;
    private final Map<Topic, OffsetLedger> ledgers = new EnumMap<>(Topic.class);
    private volatile long readUpTo;

    OwnedPartition(
            Lease lease,
            Knowledge knowledge,
            Past past,
            KafkaCallJournal journal,
            Backlog backlog,
            Set<CommandId> setAside,
            Parking parking,
            long from) {
        this.lease = lease;
        this.knowledge = knowledge;
        this.past = past;
        this.journal = journal;
        this.backlog = backlog;
        this.setAside = setAside;
        this.parkingQueue = new ParkingQueue(this, parking);
        this.readUpTo = from;
        Inputs.TOPICS.forEach(topic -> ledgers.put(topic, new OffsetLedger()));
    }

    Lease lease() {
        return lease;
    }

    Knowledge knowledge() {
        return knowledge;
    }

    Backlog backlog() {
        return backlog;
    }

    /** Whether an earlier owner set this call aside, of those whose records are read again. */
    boolean wasSetAside(CommandId call) {
        return setAside.contains(call);
    }

    ParkingQueue parkingQueue() {
        return parkingQueue;
    }

    /** Calls below this offset have been taken in, by this owner or by an earlier one that finished them. */
    long readUpTo() {
        return readUpTo;
    }

    /** A call has found its place. */
    void tookIn(long offset) {
        readUpTo = offset + 1;
    }

    /** Takes a record in; it stays open until the returned end is run. */
    Runnable begin(Topic topic, ConsumerRecord<String, byte[]> record) {
        var ledger = ledger(topic);
        ledger.begin(record.offset(), past.endsBefore(record, journal.endsOf(lease.partition())));
        return () -> ledger.finish(record.offset());
    }

    int open(Topic topic) {
        return ledger(topic).open();
    }

    /** What has been finished since this was last asked. */
    Map<TopicPartition, OffsetAndMetadata> committable() {
        var commits = new HashMap<TopicPartition, OffsetAndMetadata>();
        ledgers.forEach((topic, ledger) -> ledger.committable()
                .ifPresent(commit -> commits.put(
                        new TopicPartition(topic.topicName(), lease.partition()),
                        new OffsetAndMetadata(commit.next(), commit.ends().metadata()))));
        return commits;
    }

    private OffsetLedger ledger(Topic topic) {
        var ledger = ledgers.get(topic);
        if (ledger == null) {
            throw new IllegalArgumentException(topic + " is not an input");
        }
        return ledger;
    }
}
