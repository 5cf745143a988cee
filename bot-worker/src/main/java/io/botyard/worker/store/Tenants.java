package io.botyard.worker.store;

import io.botyard.contract.UserId;
import io.botyard.worker.bot.Standing;
import io.botyard.worker.bot.Tenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Users as the worker knows them: a row for the bot, and one for the standing once there is something to say of it. */
@Repository
public class Tenants {

    private final JdbcClient sql;
    private final Bots bots;

    Tenants(JdbcClient sql, Bots bots) {
        this.sql = sql;
        this.bots = bots;
    }

    /** Bot and standing as they were committed together. */
    public Tenant of(UserId user) {
        return sql.sql(TenantRow.QUERY)
                .param(user.value())
                .query(TenantRow::read)
                .single();
    }

    /** The same, of a bot that nobody else writes before the current transaction ends. */
    Tenant held(UserId user) {
        sql.sql("select 1 from bots.bot where user_id = ? for update")
                .param(user.value())
                .query(Integer.class)
                .optional();
        return of(user);
    }

    void keep(Tenant before, Tenant after) {
        if (!after.standing().equals(before.standing())) {
            keep(after.standing());
        }
        if (after.bot().equals(before.bot())) {
            return;
        }
        if (after.bot().isEmpty()) {
            before.bot().ifPresent(bots::remove);
        } else if (before.bot().isEmpty()) {
            bots.add(after.bot().get());
        } else {
            bots.replace(after.bot().get());
        }
    }

    private void keep(Standing standing) {
        var ceilings = standing.ceilings();
        var claim = standing.claim();
        sql.sql("""
                        insert into bots.standing (user_id, suspension_reason, admin_max_requests_per_second,
                            admin_max_concurrent_requests, claimed_bot_id, version)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (user_id) do update set
                            suspension_reason = excluded.suspension_reason,
                            admin_max_requests_per_second = excluded.admin_max_requests_per_second,
                            admin_max_concurrent_requests = excluded.admin_max_concurrent_requests,
                            claimed_bot_id = excluded.claimed_bot_id,
                            version = excluded.version""")
                .param(standing.user().value())
                .param(standing.suspensionReason())
                .param(ceilings.maxRequestsPerSecond())
                .param(ceilings.maxConcurrentRequests())
                .param(claim == null ? null : claim.value())
                .param(standing.version())
                .update();
    }
}
