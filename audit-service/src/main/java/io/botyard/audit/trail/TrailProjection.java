package io.botyard.audit.trail;

import io.botyard.audit.entry.Entry;
import io.botyard.audit.entry.Statement;
import io.botyard.audit.entry.Statements;
import io.botyard.contract.EventId;
import io.botyard.contract.Message;
import io.botyard.contract.event.AccessEvent;
import io.botyard.contract.event.BotEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Every bot event and every access event is one entry, at the end of its user's chain. */
@Component
final class TrailProjection {
    private final SeenEvents seen;
    private final ChainHeads heads;
    private final EntryRows entries;

    TrailProjection(SeenEvents seen, ChainHeads heads, EntryRows entries) {
        this.seen = seen;
        this.heads = heads;
        this.entries = entries;
    }

    /** Those that become of these messages, inside the transaction of the caller; none of what was recorded before. */
    List<Entry> record(List<Message> batch) {
        var told = statements(batch);
        if (told.isEmpty()) {
            return List.of();
        }
        told.keySet().removeAll(seen.among(told.keySet()));
        if (told.isEmpty()) {
            return List.of();
        }
        seen.add(told.keySet());
        return append(told.values());
    }

    private List<Entry> append(Collection<Statement> statements) {
        var ends = heads.lock(statements.stream().map(Statement::userId).toList());
        var appended = new ArrayList<Entry>();
        entries.append(statements.stream().map(statement -> {
            var head = Objects.requireNonNull(ends.get(statement.userId()));
            var entry = head.next(statement);
            appended.add(entry);
            ends.put(statement.userId(), entry.head());
            return entry;
        }));
        heads.move(ends.values());
        return appended;
    }

    private static Map<EventId, Statement> statements(List<Message> batch) {
        var statements = new LinkedHashMap<EventId, Statement>();
        for (var message : batch) {
            switch (message) {
                case BotEvent event -> statements.putIfAbsent(event.head().eventId(), Statements.of(event));
                case AccessEvent event -> statements.putIfAbsent(event.head().eventId(), Statements.of(event));
                default -> {}
            }
        }
        return statements;
    }
}
