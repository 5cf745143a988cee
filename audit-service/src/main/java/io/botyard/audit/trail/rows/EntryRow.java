package io.botyard.audit.trail.rows;

import io.botyard.audit.entry.Entry;
import io.botyard.audit.entry.EntryHash;
import io.botyard.audit.entry.EntryOutcome;
import io.botyard.audit.entry.Statement;
import io.botyard.contract.Actor;
import io.botyard.contract.EventId;
import io.botyard.contract.Json;
import io.botyard.contract.Role;
import io.botyard.contract.UserId;
import io.botyard.contract.Via;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry as a row and back. What is read is what was hashed, to the character. */
public final class EntryRow {
    /** What {@link #values} gives and {@link #read} reads. */
    public static final String COLUMNS = "user_id, seq, event_id, at, actor_id, actor_role, actor_via, ip, user_agent,"
            + " action, outcome, details, request_id, hash";

    private EntryRow() {}

    /** Its values, in the order of {@link #COLUMNS}. */
    public static List<@Nullable Object> values(Entry entry) {
        var says = entry.says();
        var actor = says.actor();
        return Arrays.asList(
                says.userId(),
                entry.seq(),
                says.eventId(),
                says.at(),
                actor.id(),
                lower(actor.role()),
                lower(actor.via()),
                actor.ip(),
                actor.userAgent(),
                says.action(),
                says.outcome().word(),
                says.details().text(),
                says.requestId(),
                entry.hash());
    }

    public static Entry read(ResultSet row) throws SQLException {
        var actor = new Actor(
                new UserId(row.getLong("actor_id")),
                Role.valueOf(upper(row.getString("actor_role"))),
                Via.valueOf(upper(row.getString("actor_via"))),
                row.getString("ip"),
                row.getString("user_agent"));
        var says = new Statement(
                new EventId(row.getObject("event_id", UUID.class)),
                new UserId(row.getLong("user_id")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                actor,
                row.getString("action"),
                EntryOutcome.valueOf(upper(row.getString("outcome"))),
                new Json(row.getString("details")),
                row.getString("request_id"));
        return new Entry(row.getLong("seq"), says, new EntryHash(row.getString("hash")));
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
