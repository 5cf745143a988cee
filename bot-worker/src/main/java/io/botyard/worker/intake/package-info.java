/** Kafka in and out: partitions with leases, lanes, the offset ledger, takeover and dead letters. */
@NullMarked
package io.botyard.worker.intake;

import org.jspecify.annotations.NullMarked;
