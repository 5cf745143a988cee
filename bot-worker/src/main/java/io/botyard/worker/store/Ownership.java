package io.botyard.worker.store;

import com.github.benmanes.caffeine.cache.Ticker;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which worker owns which partition. One row each; whoever's epoch stands there is the owner. */
@Repository
public class Ownership {

    private final JdbcClient sql;
    private final JdbcClient renewing;
    private final Ticker ticker;
    private final WorkerId self;

    Ownership(JdbcClient sql, @Qualifier(LeaseDatabase.NAME) DataSource leases, Ticker ticker, WorkerId self) {
        this.sql = sql;
        this.renewing = JdbcClient.create(leases);
        this.ticker = ticker;
        this.self = self;
    }

    /** The partition with the next epoch, unless another worker's lease still runs. */
    @Transactional
    public Optional<Lease> take(int partition) {
        var sentAt = ticker.read();
        sql.sql("insert into bots.ownership values (?, 0, '', 'epoch') on conflict do nothing")
                .param(partition)
                .update();
        // FOR UPDATE waits for transactions under the old epoch; a plain update would not see their key-share locks.
        var free = sql.sql("select lease_until < clock_timestamp() from bots.ownership where partition = ? for update")
                .param(partition)
                .query(Boolean.class)
                .single();
        if (!free) {
            return Optional.empty();
        }
        var epoch = sql.sql("""
                        update bots.ownership
                        set epoch = epoch + 1, holder = ?, lease_until = clock_timestamp() + make_interval(secs => ?)
                        where partition = ? returning epoch""")
                .params(self.value(), Lease.LENGTH.toSeconds(), partition)
                .query(Long.class)
                .single();
        return Optional.of(new Lease(partition, epoch, ticker, sentAt));
    }

    /** Prolongs these leases in one statement, and ends those that another worker has taken. */
    public void renew(Collection<Lease> leases) {
        var sentAt = ticker.read();
        var kept = Set.copyOf(renewing.sql("""
                        update bots.ownership set lease_until = clock_timestamp() + make_interval(secs => :length)
                        where holder = :holder and (partition, epoch) in (
                            select * from unnest(cast(:partitions as int[]), cast(:epochs as bigint[])))
                        returning partition""")
                .param("length", Lease.LENGTH.toSeconds())
                .param("holder", self.value())
                .param("partitions", leases.stream().map(Lease::partition).toArray(Integer[]::new))
                .param("epochs", leases.stream().map(Lease::epoch).toArray(Long[]::new))
                .query(Integer.class)
                .list());
        for (var lease : leases) {
            if (kept.contains(lease.partition())) {
                lease.renewed(sentAt);
            } else {
                lease.end();
            }
        }
    }

    /** Lets another worker take the partition at once. */
    public void release(Lease lease) {
        sql.sql("update bots.ownership set lease_until = 'epoch' where partition = ? and epoch = ? and holder = ?")
                .params(lease.partition(), lease.epoch(), self.value())
                .update();
    }

    /**
     * Holds ownership for the rest of the current transaction: nobody takes the partition before it ends.
     *
     * @throws LeaseLost when it is another worker's by now
     */
    void hold(Lease lease) {
        // A key-share lock does not stand in the way of renewals, which do not touch the key.
        var held = sql.sql("""
                        select 1 from bots.ownership
                        where partition = ? and epoch = ? and holder = ? for key share""")
                .params(lease.partition(), lease.epoch(), self.value())
                .query(Integer.class)
                .optional();
        if (held.isEmpty()) {
            lease.end();
            throw new LeaseLost(lease);
        }
    }
}
