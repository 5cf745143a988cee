package io.botyard.secret.vault;

import io.botyard.contract.Secret;
import java.time.Duration;
import java.time.Instant;

/**
 * What Vault knows this service by, for a while.
 *
 * @param lease how long it was given for; zero is for ever
 */
record VaultToken(Secret value, Instant since, Duration lease, boolean renewable) {

    /** Vault's own advice: two thirds of the lease leave time for a few tries. */
    Instant renewAt() {
        return forEver() ? Instant.MAX : since.plus(lease.multipliedBy(2).dividedBy(3));
    }

    boolean expired(Instant now) {
        return !forEver() && !now.isBefore(since.plus(lease));
    }

    /** The same token with what a renewal gave it. */
    VaultToken renewed(Instant now, Duration longer, boolean further) {
        return new VaultToken(value, now, longer, further);
    }

    private boolean forEver() {
        return lease.isZero();
    }
}
