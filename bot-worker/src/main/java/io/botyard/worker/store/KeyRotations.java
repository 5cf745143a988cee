package io.botyard.worker.store;

import io.botyard.contract.command.RotateKeys;
import io.botyard.contract.event.EventHead;
import io.botyard.contract.event.KeyRotationStarted;
import io.botyard.contract.event.KeysRetired;
import io.botyard.contract.event.KeysRotated;
import io.botyard.contract.wire.WireJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Rotations of the keys that tokens are sealed under: one runs at a time, and each ends once. */
@Repository
public class KeyRotations {

    private final JdbcClient sql;
    private final Ownership ownership;
    private final Outbox outbox;

    KeyRotations(JdbcClient sql, Ownership ownership, Outbox outbox) {
        this.sql = sql;
        this.ownership = ownership;
        this.outbox = outbox;
    }

    /** The last that was begun. */
    public Optional<KeyRotation> latest() {
        return sql.sql("select version, finished_at from bots.key_rotation order by version desc limit 1")
                .query((row, _) -> new KeyRotation(row.getInt("version"), row.getTimestamp("finished_at") == null))
                .optional();
    }

    /** Joins the current transaction. */
    public void begin(RotateKeys command, KeyRotationStarted started) {
        sql.sql("""
                        insert into bots.key_rotation (version, command_id, command, start_event_id, started_at)
                        values (?, ?, ?, ?, ?)""")
                .params(
                        started.keyVersion(),
                        command.commandId().value(),
                        WireJson.mapper().writeValueAsString(command),
                        started.messageId(),
                        Timestamp.from(started.said()))
                .update();
    }

    /**
     * Remembers which keys there are.
     *
     * @throws LeaseLost when the platform's partition is another worker's
     */
    @Transactional
    public void note(Lease platform, int newest) {
        ownership.hold(platform);
        sql.sql("insert into bots.token_key select generate_series(1, ?) on conflict do nothing")
                .param(newest)
                .update();
    }

    /**
     * Ends the rotation that is running, once its start is told and nothing is behind but what does not open.
     *
     * @return what is to be told of it; nothing when it goes on
     * @throws LeaseLost when the platform's partition is another worker's
     */
    @Transactional
    public Optional<OutboxEntry> finish(Lease platform, Instant at) {
        ownership.hold(platform);
        var ended = sql.sql("""
                        update bots.key_rotation r
                        set finished_at = ?,
                            rows_unreadable = (select count(*) from bots.bot where key_version < r.version)
                        where finished_at is null and not exists (
                            select 1 from bots.bot where key_version < r.version and left_behind < r.version)
                        and not exists (
                            select 1 from bots.outbox where event_id = r.start_event_id and published_at is null)
                        returning version, command, rows_reencrypted, rows_unreadable""")
                .param(Timestamp.from(at))
                .query((row, _) -> ended(row, at))
                .optional();
        ended.ifPresent(entry -> outbox.add(platform.partition(), entry));
        return ended;
    }

    /** The last rotation, when it ended before this and no row is behind it, nor a parked call; nothing when the older keys are retired. */
    public Optional<KeyRotation> retirable(Instant before) {
        return sql.sql("""
                        select version from bots.key_rotation r
                        where version = (select max(version) from bots.key_rotation)
                            and finished_at <= ? and retired_at is null
                            and not exists (select 1 from bots.bot where key_version < r.version)
                            and not exists (select 1 from bots.parked_call where key_version < r.version)""")
                .param(Timestamp.from(before))
                .query((row, _) -> new KeyRotation(row.getInt("version"), false))
                .optional();
    }

    /**
     * Remembers that the keys before this one are retired, once.
     *
     * @return what is to be told of it; nothing when it is known
     * @throws LeaseLost when the platform's partition is another worker's
     */
    @Transactional
    public Optional<OutboxEntry> retire(Lease platform, int version, Instant at) {
        ownership.hold(platform);
        var retired = sql.sql("""
                        update bots.key_rotation set retired_at = ?
                        where version = ? and retired_at is null returning command""")
                .params(Timestamp.from(at), version)
                .query((row, _) -> new OutboxEntry(
                        new KeysRetired(EventHead.of(command(row), "keys_retired", 0, at), version), null))
                .optional();
        retired.ifPresent(entry -> outbox.add(platform.partition(), entry));
        return retired;
    }

    private static RotateKeys command(ResultSet row) throws SQLException {
        return WireJson.mapper().readValue(row.getString("command"), RotateKeys.class);
    }

    private static OutboxEntry ended(ResultSet row, Instant at) throws SQLException {
        var command = command(row);
        return new OutboxEntry(
                new KeysRotated(
                        EventHead.of(command, "keys_rotated", 0, at),
                        row.getInt("version"),
                        row.getLong("rows_reencrypted"),
                        row.getLong("rows_unreadable")),
                command.origin().replyTo());
    }
}
