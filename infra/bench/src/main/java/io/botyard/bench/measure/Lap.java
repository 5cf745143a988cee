package io.botyard.bench.measure;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicBoolean;

/** Time and CPU of this process from the first unit of work to the last: what comes before is preparation. */
public final class Lap {

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final double NANOS_PER_MICRO = 1e3;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MEGABYTE = 1 << 20;

    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile long beganAt;
    private volatile long cpuThen;

    /** Only the first time counts. */
    public void begin() {
        if (!begun.getPlain() && begun.compareAndSet(false, true)) {
            cpuThen = SYSTEM.getProcessCpuTime();
            beganAt = System.nanoTime();
        }
    }

    /** What so many units came to. The heap is what is left of it after a collection. */
    public Cost end(long units) {
        var seconds = (System.nanoTime() - beganAt) / NANOS_PER_SECOND;
        var cpu = (SYSTEM.getProcessCpuTime() - cpuThen) / NANOS_PER_MICRO;
        var threads = Threads.of(ProcessHandle.current().pid());
        return new Cost(units, seconds, cpu / Math.max(1, units), threads, heap());
    }

    /** Megabytes in use after a collection. */
    public static double heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
    }
}
