package io.botyard.audit.bed;

import io.botyard.contract.CommandId;
import io.botyard.contract.Message;
import io.botyard.contract.wire.MessageCodec;
import io.botyard.contract.wire.Topic;
import io.botyard.embedded.postgres.DatabaseLayout;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** What happened long ago: rows that were written then, and records that were sent then. */
public final class OldNews {
    /** Whose old operations are. */
    public static final long USER = 777;

    private static final MessageCodec CODEC = new MessageCodec("/botyard/testkit");
    private final AuditBed bed;

    public OldNews(AuditBed bed) {
        this.bed = bed;
    }

    /** The id of an event that was recorded so long ago. */
    public void event(Duration ago) {
        events(1, ago);
    }

    public void events(int many, Duration ago) {
        bed.sql().sql("""
                        INSERT INTO audit.seen_events
                        SELECT gen_random_uuid(), now() - ?::interval FROM generate_series(1, ?)""").params(ago.toString(), many).update();
    }

    public CommandId operation(Duration acceptedAgo, Duration finishedAgo) {
        var id = unfinishedOperation(acceptedAgo);
        bed.sql()
                .sql(
                        "UPDATE audit.operations SET status = 'succeeded', finished_at = now() - ?::interval WHERE operation_id = ?")
                .params(finishedAgo.toString(), id.value())
                .update();
        return id;
    }

    public CommandId unfinishedOperation(Duration ago) {
        var id = Happenings.newCommand();
        bed.sql().sql("""
                        INSERT INTO audit.operations (operation_id, user_id, kind, method, status, listed_at)
                        VALUES (?, ?, 'call_method', 'sendMessage', 'parked', now() - ?::interval)""").params(id.value(), USER, ago.toString()).update();
        return id;
    }

    public void operations(int many, Duration ago) {
        bed.sql().sql("""
                        INSERT INTO audit.operations (operation_id, user_id, kind, status, listed_at, finished_at)
                        SELECT gen_random_uuid(), 777, 'call_method', 'succeeded', now() - ?::interval, now() - ?::interval
                        FROM generate_series(1, ?)""").params(ago.toString(), ago.toString(), many).update();
    }

    /** Records that Kafka has had for so long. */
    public void tell(Topic topic, Message[] messages, Duration ago) {
        var then = bed.gateway().now().minus(ago).toEpochMilli();
        for (var message : messages) {
            var record = CODEC.encode(topic, message);
            bed.tell()
                    .sendRaw(new ProducerRecord<>(
                            record.topic(), record.partition(), then, record.key(), record.value(), record.headers()));
        }
    }

    /** As when their time is over: no topic that tells of events or calls has any record. */
    public void isGoneFromKafka() {
        isGoneFrom(Topic.BOT_CALLS, Topic.BOT_EVENTS, Topic.BOT_OUTCOMES, Topic.AUDIT_ACCESS);
    }

    /** As if nothing had been said there. */
    public void isGoneFrom(Topic... topics) {
        var partitions = Stream.of(topics)
                .flatMap(topic -> IntStream.range(0, AuditBed.PARTITIONS)
                        .mapToObj(number -> new TopicPartition(topic.topicName(), number)))
                .toList();
        try (var admin = Admin.create(bed.broker().connection().admin())) {
            var ends = admin.listOffsets(
                            partitions.stream().collect(Collectors.toMap(one -> one, _ -> OffsetSpec.latest())))
                    .all()
                    .get();
            var all = ends.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            end -> RecordsToDelete.beforeOffset(end.getValue().offset())));
            admin.deleteRecords(all).all().get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    /** How many rows each step took, as the service takes them, until the end of the table. */
    public List<Integer> forgetStepByStep(String table) throws SQLException {
        var dropped = new ArrayList<Integer>();
        try (var connection = bed.database().connectAs(DatabaseLayout.AUDIT);
                var sql = connection.prepareStatement(
                        "SELECT dropped, next_block FROM audit.forget_" + table + "(now(), ?)")) {
            for (Long block = 0L; block != null; ) {
                sql.setLong(1, block);
                try (var step = sql.executeQuery()) {
                    step.next();
                    dropped.add(step.getInt(1));
                    block = step.getObject(2, Long.class);
                }
            }
        }
        return dropped;
    }
}
