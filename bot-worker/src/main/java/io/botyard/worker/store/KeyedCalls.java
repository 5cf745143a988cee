package io.botyard.worker.store;

import io.botyard.contract.CommandId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which record asked for a call first, of calls whose callers may send them again under the same id. */
@Repository
public class KeyedCalls {

    private final Ownership ownership;
    private final JdbcClient sql;

    KeyedCalls(Ownership ownership, JdbcClient sql) {
        this.ownership = ownership;
        this.sql = sql;
    }

    /**
     * Whether another record asked for this call before. The first may be read as often as may be: it is told from a
     * repeat by where it stands.
     *
     * @throws LeaseLost when the partition is another worker's
     */
    @Transactional
    public boolean isRepeat(Lease lease, CommandId call, long offset) {
        ownership.hold(lease);
        var added = sql.sql("insert into bots.keyed_call values (?, ?, clock_timestamp()) on conflict do nothing")
                .params(call.value(), offset)
                .update();
        return added == 0
                && sql.sql("select first_offset from bots.keyed_call where command_id = ?")
                                .param(call.value())
                                .query(Long.class)
                                .single()
                        != offset;
    }
}
