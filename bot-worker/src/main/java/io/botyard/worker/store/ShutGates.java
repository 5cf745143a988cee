package io.botyard.worker.store;

import io.botyard.contract.CommandId;
import io.botyard.contract.UserId;
import io.botyard.contract.command.CallMethod;
import io.botyard.worker.bot.Decision;
import io.botyard.worker.bot.Tenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Gates that stay shut for long enough to be met by another owner. */
@Repository
public class ShutGates {

    /** A bot whose gate has opened, and the call that had met it shut. */
    public record Opened(UserId user, CommandId call) {}

    private final Ownership ownership;
    private final Changes changes;
    private final JdbcClient sql;

    ShutGates(Ownership ownership, Changes changes, JdbcClient sql) {
        this.ownership = ownership;
        this.changes = changes;
        this.sql = sql;
    }

    /**
     * Keeps a gate, which only moves later, with what it means for the bot.
     *
     * @throws LeaseLost when the partition is another worker's
     */
    @Transactional
    public Change keep(Lease lease, ShutGate gate, CallMethod call, Function<Tenant, Decision> decide) {
        ownership.hold(lease);
        var chat = gate.chat();
        sql.sql("""
                        insert into bots.gate values (?, ?, ?, ?, ?)
                        on conflict (user_id, chat) do update set
                            opens_at = greatest(bots.gate.opens_at, excluded.opens_at),
                            command_id = excluded.command_id""")
                .params(
                        gate.user().value(),
                        chat == null ? "" : chat,
                        lease.partition(),
                        Timestamp.from(gate.opensAt()),
                        call.commandId().value())
                .update();
        return changes.because(lease, call, decide);
    }

    public List<ShutGate> of(int partition) {
        return sql.sql("select user_id, chat, opens_at from bots.gate where partition = ?")
                .param(partition)
                .query(ShutGates::read)
                .list();
    }

    /** Bots whose gates have opened by then; gates of chats are forgotten on the way. */
    public List<Opened> opened(Collection<Integer> partitions, Instant now) {
        var numbers = partitions.toArray(Integer[]::new);
        sql.sql("delete from bots.gate where partition = any (?) and opens_at <= ? and chat <> ''")
                .param(numbers)
                .param(Timestamp.from(now))
                .update();
        return sql.sql("select user_id, command_id from bots.gate where partition = any (?) and opens_at <= ?")
                .param(numbers)
                .param(Timestamp.from(now))
                .query((row, _) -> new Opened(
                        new UserId(row.getLong("user_id")), new CommandId(row.getObject("command_id", UUID.class))))
                .list();
    }

    /** Forgets the gate of a bot unless it has moved later, with what that means for the bot. */
    @Transactional
    public Change open(Lease lease, UserId user, Instant now, Function<Tenant, Decision> decide) {
        ownership.hold(lease);
        var open = sql.sql("delete from bots.gate where user_id = ? and chat = '' and opens_at <= ?")
                .params(user.value(), Timestamp.from(now))
                .update();
        return changes.ofItself(lease, user, open == 0 ? _ -> new Decision.Unchanged() : decide);
    }

    private static ShutGate read(ResultSet row, int number) throws SQLException {
        var chat = row.getString("chat");
        return new ShutGate(
                new UserId(row.getLong("user_id")),
                chat.isEmpty() ? null : chat,
                row.getTimestamp("opens_at").toInstant());
    }
}
