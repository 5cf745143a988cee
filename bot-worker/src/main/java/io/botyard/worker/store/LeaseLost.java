package io.botyard.worker.store;

/** Another worker owns the partition: what was about to be written is not. */
public final class LeaseLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LeaseLost(Lease lease) {
        super("the lease of partition " + lease.partition() + " at epoch " + lease.epoch() + " is gone");
    }
}
