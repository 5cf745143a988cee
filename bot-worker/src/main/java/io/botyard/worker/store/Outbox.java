package io.botyard.worker.store;

import io.botyard.contract.CommandId;
import io.botyard.contract.EventId;
import io.botyard.contract.GatewayId;
import io.botyard.contract.event.CallOutcome;
import io.botyard.contract.event.Event;
import io.botyard.contract.wire.MessageTypes;
import io.botyard.contract.wire.WireJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Events that are committed with their change and not known to be in Kafka yet. */
@Repository
public class Outbox {

    private static final Duration OVERDUE = Duration.ofSeconds(5);

    private final JdbcClient sql;

    Outbox(JdbcClient sql) {
        this.sql = sql;
    }

    /** Joins the current transaction; an event that is there already is kept as it is. */
    void add(int partition, OutboxEntry entry) {
        var event = entry.event();
        var replyTo = entry.replyTo();
        sql.sql("""
                        insert into bots.outbox (event_id, partition, type, event, reply_to)
                        values (?, ?, ?, ?, ?) on conflict do nothing""")
                .param(event.messageId())
                .param(partition)
                .param(MessageTypes.nameOf(event.getClass()))
                .param(WireJson.mapper().writeValueAsString(event))
                .param(replyTo == null ? null : replyTo.value())
                .update();
    }

    /** What a partition still has to tell, oldest first. */
    public List<OutboxEntry> unpublished(int partition) {
        return sql.sql("""
                        select type, event, reply_to from bots.outbox
                        where partition = ? and published_at is null order by position""").param(partition).query(Outbox::read).list();
    }

    /** What should have been told by now: whoever was to tell it did not come to know that it is kept. */
    public List<OutboxEntry> overdue(Collection<Integer> partitions) {
        return sql.sql("""
                        select type, event, reply_to from bots.outbox
                        where partition = any (?) and published_at is null
                            and added_at < clock_timestamp() - make_interval(secs => ?)
                        order by position""")
                .param(partitions.toArray(Integer[]::new))
                .param(OVERDUE.toSeconds())
                .query(Outbox::read)
                .list();
    }

    /** What this command came to, if that is committed and not known to be told. */
    Optional<OutboxEntry> untold(int partition, CommandId command) {
        return unpublished(partition).stream()
                .filter(entry -> entry.event().head().commandId().equals(command))
                .findFirst();
    }

    /** Whether this event was committed, told or not. */
    public boolean contains(EventId event) {
        return sql.sql("select exists (select 1 from bots.outbox where event_id = ?)")
                .param(event.value())
                .query(Boolean.class)
                .single();
    }

    /** What became of calls is of no more use here; of commands it is kept for those who ask later. */
    public void published(Event event) {
        sql.sql(
                        event instanceof CallOutcome
                                ? "delete from bots.outbox where event_id = ?"
                                : "update bots.outbox set published_at = clock_timestamp() where event_id = ?")
                .param(event.messageId())
                .update();
    }

    private static OutboxEntry read(ResultSet row, int number) throws SQLException {
        var type = MessageTypes.named(row.getString("type"))
                .orElseThrow(() -> new IllegalStateException("the outbox holds an event of a later release"));
        var event = WireJson.mapper().readValue(row.getString("event"), type.asSubclass(Event.class));
        var replyTo = row.getString("reply_to");
        return new OutboxEntry(event, replyTo == null ? null : new GatewayId(replyTo));
    }
}
