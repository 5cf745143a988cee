package io.botyard.worker.store;

import io.botyard.contract.CommandId;
import io.botyard.contract.UserId;
import io.botyard.worker.bot.Decision;
import io.botyard.worker.bot.Tenant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Users whose bots have as many calls waiting as may: gateways take none for them. */
@Repository
public class FullBacklogs {

    private final Ownership ownership;
    private final Changes changes;
    private final JdbcClient sql;

    FullBacklogs(Ownership ownership, Changes changes, JdbcClient sql) {
        this.ownership = ownership;
        this.changes = changes;
        this.sql = sql;
    }

    /** Of these partitions, each with the call that met it first. */
    public Map<UserId, CommandId> of(Collection<Integer> partitions) {
        return sql
                .sql("select user_id, command_id from bots.full_backlog where partition = any (?)")
                .param(partitions.toArray(Integer[]::new))
                .query((row, _) -> Map.entry(new UserId(row.getLong(1)), new CommandId(row.getObject(2, UUID.class))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Nothing when no call of the user's waits. The last that does is the one that filled it. */
    @Transactional
    public Optional<Change> fill(Lease lease, UserId user, BiFunction<Tenant, CommandId, Decision> decide) {
        ownership.hold(lease);
        return sql.sql("""
                        insert into bots.full_backlog
                        select user_id, partition, command_id from bots.parked_call
                        where partition = ? and user_id = ? order by position desc limit 1
                        on conflict do nothing returning command_id""")
                .params(lease.partition(), user.value())
                .query((row, _) -> new CommandId(row.getObject(1, UUID.class)))
                .optional()
                .map(call -> changes.ofItself(lease, user, tenant -> decide.apply(tenant, call)));
    }

    /** Gateways take calls again. */
    @Transactional
    public Change drain(Lease lease, UserId user, Function<Tenant, Decision> decide) {
        ownership.hold(lease);
        sql.sql("delete from bots.full_backlog where user_id = ?")
                .param(user.value())
                .update();
        return changes.ofItself(lease, user, decide);
    }
}
