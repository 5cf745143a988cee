package io.botyard.worker.store;

import io.botyard.contract.CommandId;
import io.botyard.contract.Priority;
import io.botyard.contract.UserId;
import io.botyard.contract.command.CallMethod;
import io.botyard.contract.wire.WireJson;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Calls set aside. Each is kept before its record counts as finished, and goes with the outcome it comes to. */
@Repository
public class ParkedCalls {

    private static final String READ =
            "select call, position, attempts, throttled, may_be_done, not_before, started_until, traceparent from bots.parked_call ";

    private final Ownership ownership;
    private final Outbox outbox;
    private final KeyVersions versions;
    private final JdbcTemplate batches;
    private final JdbcClient sql;

    ParkedCalls(Ownership ownership, Outbox outbox, KeyVersions versions, JdbcTemplate batches) {
        this.ownership = ownership;
        this.outbox = outbox;
        this.versions = versions;
        this.batches = batches;
        this.sql = JdbcClient.create(batches);
    }

    /**
     * Sets calls aside; one that is there already stays as it is.
     *
     * @return those that were not there
     * @throws LeaseLost when the partition is another worker's
     */
    @Transactional
    public Set<CommandId> add(Lease lease, Collection<ParkedCall> calls) {
        ownership.hold(lease);
        var there = known(calls);
        var missing = calls.stream()
                .filter(parked -> !there.contains(parked.call().commandId()))
                .toList();
        batches.batchUpdate(
                "insert into bots.parked_call values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                missing,
                Math.max(1, missing.size()),
                (row, parked) -> bind(row, lease, parked));
        var added = new HashSet<CommandId>();
        missing.forEach(parked -> added.add(parked.call().commandId()));
        return added;
    }

    /** An attempt is about to be made; not when the call is not there any more. */
    @Transactional
    public boolean begin(Lease lease, CommandId call, Instant until) {
        ownership.hold(lease);
        return sql.sql("update bots.parked_call set started_until = ? where command_id = ?")
                        .params(Timestamp.from(until), call.value())
                        .update()
                == 1;
    }

    /** Sets it aside again, with what has been learnt of it. */
    @Transactional
    public void again(Lease lease, ParkedCall parked) {
        ownership.hold(lease);
        sql.sql("""
                        update bots.parked_call
                        set attempts = ?, throttled = ?, may_be_done = ?, not_before = ?, started_until = null
                        where command_id = ?""")
                .params(
                        parked.attempts(),
                        parked.throttled(),
                        parked.mayBeDone(),
                        Timestamp.from(parked.notBefore()),
                        parked.call().commandId().value())
                .update();
    }

    /** Lets a call go with its outcome. Returns what is to be told: what an earlier try kept and did not come to tell, too. */
    @Transactional
    public Optional<OutboxEntry> end(Lease lease, OutboxEntry outcome) {
        ownership.hold(lease);
        var call = outcome.event().head().commandId();
        var gone = sql.sql("delete from bots.parked_call where command_id = ?")
                .param(call.value())
                .update();
        if (gone == 0) {
            return outbox.untold(lease.partition(), call);
        }
        outbox.add(lease.partition(), outcome);
        return Optional.of(outcome);
    }

    /** Calls of a partition whose records may be read again: those from a position on, and those before all others. */
    public Set<CommandId> from(int partition, long position) {
        return new HashSet<>(sql.sql(
                        "select command_id from bots.parked_call where partition = ? and (position >= ? or position < 0)")
                .params(partition, position)
                .query((row, _) -> new CommandId(row.getObject(1, UUID.class)))
                .list());
    }

    /** The next calls of a lane, at most this many. */
    public List<ParkedCall> first(int partition, CallLane lane, int atMost) {
        var alone = lane.alone();
        return alone == null
                ? sql.sql(READ + "where partition = ? and user_id = ? and chat = ? order by position limit ?")
                        .param(partition)
                        .param(lane.user().value())
                        .param(lane.chat())
                        .param(atMost)
                        .query(ParkedCalls::read)
                        .list()
                : sql.sql(READ + "where command_id = ?")
                        .param(alone.value())
                        .query(ParkedCalls::read)
                        .list();
    }

    /** What is set aside in a partition. */
    public List<ParkedLane> lanes(int partition) {
        return sql.sql("""
                        select p.user_id, p.chat, case when p.chat is null then p.command_id end as alone,
                            count(*) as calls, min(p.position) as first, bool_or(p.interactive) as interactive,
                            bool_or(b.id is null or b.status not in ('active', 'rate_limited')) as hopeless
                        from bots.parked_call p left join bots.bot b on b.user_id = p.user_id and b.id = p.id
                        where p.partition = ? group by 1, 2, 3""").param(partition).query(ParkedCalls::readLane).list();
    }

    /** Calls whose time has run out while they waited, at most this many; of none is an attempt under way. */
    public List<ParkedCall> expired(Collection<Integer> partitions, Instant now, int atMost) {
        return sql.sql(READ + "where partition = any (?) and expires_at < ? and started_until is null limit ?")
                .param(partitions.toArray(Integer[]::new))
                .param(Timestamp.from(now))
                .param(atMost)
                .query(ParkedCalls::read)
                .list();
    }

    private Set<CommandId> known(Collection<ParkedCall> calls) {
        return new HashSet<>(sql.sql("select command_id from bots.parked_call where command_id = any (?)")
                .param(calls.stream()
                        .map(parked -> parked.call().commandId().value())
                        .toArray(UUID[]::new))
                .query((row, _) -> new CommandId(row.getObject(1, UUID.class)))
                .list());
    }

    private void bind(PreparedStatement row, Lease lease, ParkedCall parked) throws SQLException {
        var call = parked.call();
        var options = call.options();
        row.setObject(1, call.commandId().value());
        row.setInt(2, lease.partition());
        row.setLong(3, call.userId().value());
        row.setLong(4, call.id().value());
        row.setString(5, call.chatId());
        row.setLong(6, parked.position());
        row.setBoolean(7, options.priority() == Priority.INTERACTIVE);
        row.setString(8, WireJson.mapper().writeValueAsString(call));
        row.setInt(9, parked.attempts());
        row.setBoolean(10, parked.mayBeDone());
        row.setTimestamp(11, Timestamp.from(parked.notBefore()));
        row.setTimestamp(12, timestamp(parked.startedUntil()));
        row.setTimestamp(13, Timestamp.from(options.expiresAt()));
        row.setObject(14, keyVersion(call), Types.INTEGER);
        row.setInt(15, parked.throttled());
        row.setString(16, parked.traceparent());
    }

    private @Nullable Integer keyVersion(CallMethod call) {
        var sealed = call.body().sealed();
        return sealed == null ? null : versions.of(sealed).orElse(0);
    }

    private static ParkedCall read(ResultSet row, int number) throws SQLException {
        var startedUntil = row.getTimestamp("started_until");
        return new ParkedCall(
                WireJson.mapper().readValue(row.getString("call"), CallMethod.class),
                row.getLong("position"),
                row.getInt("attempts"),
                row.getInt("throttled"),
                row.getBoolean("may_be_done"),
                row.getTimestamp("not_before").toInstant(),
                startedUntil == null ? null : startedUntil.toInstant(),
                row.getString("traceparent"));
    }

    private static ParkedLane readLane(ResultSet row, int number) throws SQLException {
        var alone = row.getObject("alone", UUID.class);
        return new ParkedLane(
                new CallLane(
                        new UserId(row.getLong("user_id")),
                        row.getString("chat"),
                        alone == null ? null : new CommandId(alone)),
                row.getInt("calls"),
                row.getLong("first"),
                row.getBoolean("interactive"),
                row.getBoolean("hopeless"));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
