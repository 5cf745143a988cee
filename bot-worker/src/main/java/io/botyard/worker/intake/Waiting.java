package io.botyard.worker.intake;

import io.botyard.contract.wire.Topic;
import io.botyard.worker.call.Backlog;
import io.botyard.worker.call.BacklogSettings;
import io.botyard.worker.call.Calls;
import io.botyard.worker.store.Lease;
import io.botyard.worker.store.ParkedCalls;
import io.botyard.worker.store.ShutGates;
import org.apache.kafka.common.TopicPartition;

/** What waits in a partition when it is taken over: calls that were set aside, behind gates that are shut. */
final class Waiting {

    private final ParkedCalls rows;
    private final ShutGates gates;
    private final Calls calls;
    private final Parking parking;
    private final KafkaCallJournal journal;
    private final BacklogSettings settings;

    Waiting(
            ParkedCalls rows,
            ShutGates gates,
            Calls calls,
            Parking parking,
            KafkaCallJournal journal,
            BacklogSettings settings) {
        this.rows = rows;
        this.gates = gates;
        this.calls = calls;
        this.parking = parking;
        this.journal = journal;
        this.settings = settings;
    }

    /** The partition with all of it. */
    OwnedPartition over(Lease lease, Handover handover) {
        calls.meet(gates.of(lease.partition()));
        var backlog = new Backlog(settings, rows.lanes(lease.partition()));
        var records = new TopicPartition(Topic.BOT_CALLS.topicName(), lease.partition());
        var next = handover.offsets().getOrDefault(records, 0L);
        return new OwnedPartition(
                lease,
                handover.knowledge(),
                handover.past(),
                journal,
                backlog,
                rows.from(lease.partition(), next),
                parking,
                next);
    }
}
