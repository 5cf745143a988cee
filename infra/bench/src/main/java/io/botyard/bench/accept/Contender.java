package io.botyard.bench.accept;

import io.botyard.bench.measure.Threads;
import java.time.Duration;

/** A server in a process of its own, and the load it is to bear. */
record Contender(String name, ProcessHandle process, Wrk load) {

    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    int threads() {
        return Threads.of(process.pid());
    }
}
