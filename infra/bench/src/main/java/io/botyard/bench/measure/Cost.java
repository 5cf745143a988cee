package io.botyard.bench.measure;

/**
 * What so many units took.
 *
 * @param cpuMicros of the measured process, for one unit
 * @param threads that the system knows, at the end
 */
public record Cost(long units, double seconds, double cpuMicros, int threads, double heapMegabytes) {

    public double perSecond() {
        return units / seconds;
    }
}
