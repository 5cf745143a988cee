package io.botyard.worker.call;

import io.botyard.contract.UserId;
import io.botyard.worker.fleet.Fleet;
import io.botyard.worker.fleet.Traffic;
import io.botyard.worker.store.Lease;
import org.jspecify.annotations.Nullable;

/** A call in the traffic of its bot and under its lease, both of which bring it news. */
final class Presence {

    private final UserId user;
    private final Fleet fleet;
    private final Lease lease;
    private final Runnable news;
    private @Nullable Traffic traffic;

    Presence(UserId user, Fleet fleet, Lease lease, Runnable news) {
        this.user = user;
        this.fleet = fleet;
        this.lease = lease;
        this.news = news;
    }

    /** Once is enough until it leaves. */
    Traffic join() {
        var joined = traffic;
        if (joined == null) {
            lease.use(news);
            joined = fleet.enter(user, news);
            traffic = joined;
        }
        return joined;
    }

    void leave() {
        traffic = null;
        fleet.exit(user, news);
        lease.unuse(news);
    }
}
