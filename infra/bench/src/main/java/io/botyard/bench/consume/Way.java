package io.botyard.bench.consume;

import io.botyard.contract.wire.KafkaConnection;

/** A way to go through a topic. */
@FunctionalInterface
public interface Way {

    /** Hands every record of the topic to the workload, until it is closed. */
    AutoCloseable begin(KafkaConnection kafka, String group, Workload workload);
}
