package io.botyard.audit.bed;

import io.botyard.audit.entry.ChainHead;
import io.botyard.audit.entry.Entry;
import io.botyard.audit.entry.Statement;
import io.botyard.contract.Json;
import io.botyard.contract.UserId;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody who may do anything in the database, knows how Botyard works, and has no other part of it. */
public final class Superuser {
    private static final List<String> TABLES =
            List.of("entries", "chain_heads", "seen_events", "positions", "seals", "operations", "usage");
    private final JdbcClient sql;

    public Superuser(AuditBed bed) {
        this.sql = bed.sql();
    }

    public void run(String statement, Object... values) {
        sql.sql(statement).params(values).update();
    }

    /** Makes room, or closes a gap: every entry from this one on gets another number. */
    public void renumber(long user, long from, long by) {
        run("UPDATE audit.entries SET seq = -seq - ? WHERE user_id = ? AND seq >= ?", by, user, from);
        run("UPDATE audit.entries SET seq = -seq WHERE user_id = ? AND seq < 0", user);
    }

    /** One more row like this one, in the place behind it. */
    public void copyOf(long user, long seq, long to) {
        run("""
                INSERT INTO audit.entries SELECT recorded_at + interval '1 ms', user_id, ?, gen_random_uuid(), at,
                    actor_id, actor_role, actor_via, ip, user_agent, action, outcome, details, request_id, hash
                FROM audit.entries WHERE user_id = ? AND seq = ?""", to, user, seq);
    }

    /** Tells the chain another way from this entry on, with hashes that fit. */
    public void rewrite(List<Entry> chain, long from) {
        var head = from == 1
                ? ChainHead.genesis(chain.getFirst().says().userId())
                : chain.get((int) from - 2).head();
        for (var entry : chain.subList((int) from - 1, chain.size())) {
            var told = entry.seq() == from ? other(entry.says()) : entry.says();
            var forged = head.next(told);
            run(
                    "UPDATE audit.entries SET details = ?, hash = ? WHERE user_id = ? AND seq = ?",
                    told.details().text(),
                    forged.hash().hex(),
                    told.userId().value(),
                    forged.seq());
            head = forged.head();
        }
        moveHead(head);
    }

    /** An entry that nobody recorded, at the end of a chain, with the hash that fits. */
    public void append(List<Entry> chain, String recorded) {
        var last = chain.getLast();
        var forged = last.head().next(other(last.says()));
        copyOf(last.says().userId().value(), last.seq(), forged.seq());
        run(
                "UPDATE audit.entries SET recorded_at = ?::timestamptz, event_id = ?, details = ?, hash = ?"
                        + " WHERE user_id = ? AND seq = ?",
                recorded,
                forged.says().eventId().value(),
                forged.says().details().text(),
                forged.hash().hex(),
                forged.says().userId().value(),
                forged.seq());
        moveHead(forged.head());
    }

    public void moveHead(ChainHead head) {
        run(
                "UPDATE audit.chain_heads SET seq = ?, hash = ? WHERE user_id = ?",
                head.seq(),
                head.hash().hex(),
                head.userId().value());
    }

    public void forget(UserId user) {
        Stream.of("entries", "chain_heads")
                .forEach(table -> run("DELETE FROM audit." + table + " WHERE user_id = ?", user.value()));
    }

    /** As if all that there is had been recorded so long ago. */
    public void age(Duration by) {
        sql.sql("SELECT audit.prepare_months((now() - ?::interval)::date, 2)")
                .param(by.toString())
                .query(months -> {});
        run("UPDATE audit.entries SET recorded_at = recorded_at - ?::interval", by.toString());
    }

    public void copyEverything() {
        run("CREATE SCHEMA yesterday");
        TABLES.forEach(table -> run("CREATE TABLE yesterday." + table + " AS TABLE audit." + table));
    }

    public void putEverythingBack() {
        TABLES.forEach(table -> {
            run("TRUNCATE audit." + table);
            run("INSERT INTO audit." + table + " SELECT * FROM yesterday." + table);
        });
    }

    private static Statement other(Statement said) {
        return new Statement(
                said.eventId(),
                said.userId(),
                said.at(),
                said.actor(),
                said.action(),
                said.outcome(),
                new Json("{\"id\":666}"),
                said.requestId());
    }
}
