package io.botyard.gateway.bots.store;

import io.botyard.contract.CommandId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what workers show the gateway of the keys: how much is sealed under each, and nothing that was sealed. */
@Component
public class KeyViews {

    private static final String ROTATIONS = "SELECT command_id, version, started_at, finished_at, rows_reencrypted,"
            + " rows_total, rows_unreadable, retired_at FROM bots.key_rotation_view";

    private final JdbcClient jdbc;

    KeyViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The oldest first. */
    public List<KeyRows> keys() {
        return jdbc.sql("SELECT version, newest, row_count FROM bots.key_view ORDER BY version")
                .query((row, number) -> new KeyRows(row.getInt(1), row.getBoolean(2), row.getLong(3)))
                .list();
    }

    /** The one that began last. */
    public Optional<KeyRotation> lastRotation() {
        return jdbc.sql(ROTATIONS + " ORDER BY version DESC LIMIT 1")
                .query(KeyViews::read)
                .optional();
    }

    /** What came of this command; nothing before a worker has begun. */
    public Optional<KeyRotation> rotation(CommandId command) {
        return jdbc.sql(ROTATIONS + " WHERE command_id = :command")
                .param("command", command.value())
                .query(KeyViews::read)
                .optional();
    }

    private static KeyRotation read(ResultSet row, int number) throws SQLException {
        return new KeyRotation(
                new CommandId(row.getObject("command_id", UUID.class)),
                row.getInt("version"),
                row.getTimestamp("started_at").toInstant(),
                moment(row, "finished_at"),
                row.getLong("rows_reencrypted"),
                row.getLong("rows_total"),
                row.getLong("rows_unreadable"),
                moment(row, "retired_at"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }
}
