package io.botyard.bench.trail;

import io.botyard.audit.entry.Entry;
import io.botyard.audit.entry.EntryHash;
import io.botyard.audit.entry.Statement;
import io.botyard.audit.entry.Statements;
import io.botyard.audit.operations.BareOperation;
import io.botyard.audit.trail.rows.EntryRow;
import io.botyard.contract.Message;
import io.botyard.contract.event.AccessEvent;
import io.botyard.contract.event.BotEvent;
import io.botyard.contract.event.CallOutcome;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a record by whoever keeps no chain: the same columns, with a number for its place and nothing hashed.
 *
 * @param columns the table and its columns
 */
record Row(String columns, List<@Nullable Object> values) {

    static final String ENTRIES = "audit.entries (recorded_at, " + EntryRow.COLUMNS + ")";
    static final String OPERATIONS = "audit.operations (" + BareOperation.COLUMNS + ")";

    static Row of(Message message, long place) {
        return switch (message) {
            case CallOutcome outcome -> new Row(OPERATIONS, BareOperation.values(outcome));
            case BotEvent event -> entry(Statements.of(event), place);
            case AccessEvent event -> entry(Statements.of(event), place);
            default -> throw new IllegalArgumentException("nothing is kept of " + message.kind());
        };
    }

    private static Row entry(Statement says, long place) {
        var values = new ArrayList<@Nullable Object>();
        values.add(OffsetDateTime.now(ZoneOffset.UTC));
        values.addAll(EntryRow.values(new Entry(place, says, EntryHash.GENESIS)));
        return new Row(ENTRIES, values);
    }
}
