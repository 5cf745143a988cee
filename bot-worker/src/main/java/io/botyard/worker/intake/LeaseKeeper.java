package io.botyard.worker.intake;

import io.botyard.worker.store.Lease;
import io.botyard.worker.store.Ownership;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.TransactionException;

/** Renews this worker's leases every second. While Postgres is away they run out of trust by themselves. */
final class LeaseKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(LeaseKeeper.class);

    private final Ownership ownership;
    private final Set<Lease> leases = ConcurrentHashMap.newKeySet();

    LeaseKeeper(Ownership ownership) {
        this.ownership = ownership;
    }

    void keep(Lease lease) {
        leases.add(lease);
    }

    /** Others may have it at once, or, while Postgres is away, when it runs out: it is not renewed any more. */
    void release(Lease lease) {
        leases.remove(lease);
        try {
            ownership.release(lease);
        } catch (DataAccessException away) {
            LOG.atWarn()
                    .addKeyValue("partition", lease.partition())
                    .addKeyValue("reason", away.getClass().getSimpleName())
                    .log("lease not released");
        }
    }

    /** By partition. */
    Map<Integer, Lease> held() {
        return leases.stream()
                .filter(Lease::trusted)
                .collect(Collectors.toMap(
                        Lease::partition,
                        Function.identity(),
                        (one, other) -> one.epoch() > other.epoch() ? one : other));
    }

    @Scheduled(fixedRate = 1000)
    void renew() {
        leases.removeIf(Lease::ending);
        var held = List.copyOf(leases);
        if (held.isEmpty()) {
            return;
        }
        try {
            ownership.renew(held);
        } catch (DataAccessException | TransactionException away) {
            LOG.atWarn().addKeyValue("reason", away.getClass().getSimpleName()).log("leases not renewed");
        }
    }
}
