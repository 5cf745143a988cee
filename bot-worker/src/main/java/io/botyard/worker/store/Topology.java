package io.botyard.worker.store;

import io.botyard.contract.wire.PartitionCountMismatch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The partition count that this deployment was made with. */
@Repository
public class Topology {

    private final JdbcClient sql;

    Topology(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Remembers the count at the first start, and holds every later one to it.
     *
     * @throws PartitionCountMismatch when it was another
     */
    public void confirm(int partitions) {
        sql.sql("insert into bots.topology (partitions) values (?) on conflict do nothing")
                .param(partitions)
                .update();
        var recorded = sql.sql("select partitions from bots.topology")
                .query(Integer.class)
                .single();
        if (recorded != partitions) {
            throw new PartitionCountMismatch("bot.*", recorded, partitions);
        }
    }
}
