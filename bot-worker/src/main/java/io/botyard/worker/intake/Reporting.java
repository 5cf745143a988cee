package io.botyard.worker.intake;

import io.botyard.worker.fleet.Fleet;
import io.botyard.worker.store.WorkerReport;
import io.botyard.worker.store.WorkerReports;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Says every few seconds how this worker does. Nobody waits for it, and what fails is said the next time. */
final class Reporting implements Round {

    private static final Logger LOG = LoggerFactory.getLogger(Reporting.class);
    private static final String NAMELESS = "unknown";

    private final WorkerReports reports;
    private final Ownerships ownerships;
    private final Fleet fleet;
    private final Duration every;
    private final Instant startedAt;
    private String host = "";

    Reporting(WorkerReports reports, Ownerships ownerships, Fleet fleet, ReportSettings settings, Clock clock) {
        this.reports = reports;
        this.ownerships = ownerships;
        this.fleet = fleet;
        this.every = settings.every();
        this.startedAt = clock.instant();
    }

    @Override
    public Duration go() {
        if (host.isEmpty()) {
            host = hostName();
        }
        reports.tell(new WorkerReport(host, startedAt, fleet.resident(), fleet.underWay(), ownerships.parked()));
        return every;
    }

    /** When the rounds have ended. What cannot be withdrawn is silent for a day. */
    void withdraw() {
        try {
            reports.withdraw();
        } catch (DataAccessException away) {
            LOG.atWarn().addKeyValue("reason", away.getClass().getSimpleName()).log("report not withdrawn");
        }
    }

    /** May take as long as a resolver that does not answer. */
    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return NAMELESS;
        }
    }
}
