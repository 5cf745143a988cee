package io.botyard.worker.call;

import io.botyard.worker.fleet.Fleet;
import io.botyard.worker.store.Change;
import io.botyard.worker.store.Lease;
import org.springframework.stereotype.Component;

/** Lets the fleet know of what was committed, and tells everybody. */
@Component
final class Announcer {

    private final Fleet fleet;
    private final CallJournal journal;

    Announcer(Fleet fleet, CallJournal journal) {
        this.fleet = fleet;
        this.journal = journal;
    }

    /** Nothing when nothing has changed. */
    void announce(Lease lease, Change change) {
        if (change instanceof Change.Kept(var tenant, var told)) {
            fleet.changed(tenant);
            journal.tell(lease, told);
        }
    }
}
