package io.botyard.audit.bed;

import io.botyard.contract.Message;
import io.botyard.contract.UserId;
import io.botyard.contract.wire.MessageCodec;
import io.botyard.contract.wire.Topic;
import io.botyard.contract.wire.UserPartitions;
import io.botyard.embedded.postgres.DatabaseLayout;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.flywaydb.core.Flyway;

/** Workers as audit-service sees them: their schema, by their own migrations, their rows, and what they committed. */
public final class Workers {
    private static final String MIGRATIONS = "filesystem:../bot-worker/src/main/resources/db/bots";
    private static final MessageCodec CODEC = new MessageCodec("/botyard/testkit");
    private final AuditBed bed;

    private Workers(AuditBed bed) {
        this.bed = bed;
    }

    public static Workers in(AuditBed bed) {
        Flyway.configure()
                .dataSource(
                        bed.database().url(),
                        DatabaseLayout.MIGRATOR,
                        bed.database().passwords().migrator())
                .schemas("bots")
                .defaultSchema("bots")
                .createSchemas(false)
                .locations(MIGRATIONS)
                .load()
                .migrate();
        return new Workers(bed);
    }

    /** It said so this long ago, with figures that follow from the first. */
    public void said(String worker, Duration ago, int residentBots) {
        bed.sql()
                .sql("""
                        INSERT INTO bots.worker_report VALUES (?, 'host-of-' || ?, '2026-03-01T12:00:00Z',
                            clock_timestamp() - make_interval(secs => ?), ?, ?, ?)""")
                .params(worker, worker, ago.toSeconds(), residentBots, residentBots + 1, residentBots + 2)
                .update();
    }

    /** A lease that runs out then; one that has run out when it is negative. */
    public void holds(String worker, int partition, Duration lease) {
        bed.sql()
                .sql("INSERT INTO bots.ownership VALUES (?, 1, ?, clock_timestamp() + make_interval(secs => ?))")
                .params(partition, worker, lease.toSeconds())
                .update();
    }

    public void gate(long user, String chat, Duration opensIn) {
        bed.sql()
                .sql(
                        "INSERT INTO bots.gate VALUES (?, ?, 0, clock_timestamp() + make_interval(secs => ?), gen_random_uuid())")
                .params(user, chat, opensIn.toSeconds())
                .update();
    }

    /** A record that was written then. */
    public void writtenAt(Topic topic, Instant then, Message message) {
        var record = CODEC.encode(topic, message);
        bed.tell()
                .sendRaw(new ProducerRecord<>(
                        record.topic(),
                        record.partition(),
                        then.toEpochMilli(),
                        record.key(),
                        record.value(),
                        record.headers()));
    }

    /** Somebody whose records are in this partition. */
    public static long userOf(int partition) {
        var partitions = new UserPartitions(AuditBed.PARTITIONS);
        return LongStream.iterate(1, user -> user + 1)
                .filter(user -> partitions.of(new UserId(user)) == partition)
                .findFirst()
                .orElseThrow();
    }

    /** The workers' group has finished what lies before this offset. */
    public void finished(Topic topic, int number, long offset) {
        var partition = new TopicPartition(topic.topicName(), number);
        try (var admin = Admin.create(bed.broker().connection().admin())) {
            admin.alterConsumerGroupOffsets("bot-worker", Map.of(partition, new OffsetAndMetadata(offset)))
                    .all()
                    .get();
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
