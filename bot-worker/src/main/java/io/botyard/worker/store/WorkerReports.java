package io.botyard.worker.store;

import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What workers said of themselves last, one row each. Whether a worker acts never depends on it. */
@Repository
public class WorkerReports {

    private final JdbcClient sql;
    private final WorkerId self;

    WorkerReports(JdbcClient sql, WorkerId self) {
        this.sql = sql;
        this.self = self;
    }

    /** Takes the place of what this worker said before. */
    public void tell(WorkerReport report) {
        sql.sql("""
                        insert into bots.worker_report values (?, ?, ?, clock_timestamp(), ?, ?, ?)
                        on conflict (worker) do update set
                            seen_at = excluded.seen_at, resident_bots = excluded.resident_bots,
                            calls_under_way = excluded.calls_under_way, parked_calls = excluded.parked_calls""")
                .params(
                        self.value(),
                        report.host(),
                        Timestamp.from(report.startedAt()),
                        report.residentBots(),
                        report.callsUnderWay(),
                        report.parkedCalls())
                .update();
    }

    /** This worker is about to be gone, and nobody is to take it for a silent one. */
    public void withdraw() {
        sql.sql("delete from bots.worker_report where worker = ?")
                .param(self.value())
                .update();
    }
}
