package io.botyard.audit.fleet.kafka;

/**
 * What waits in one partition.
 *
 * @param from the first offset that is not finished
 * @param records there are from it on
 */
record Backlog(long from, long records) {
    /** What the topic has forgotten is read by nobody, committed or not. */
    static Backlog of(long committed, long first, long end) {
        var from = Math.max(committed, first);
        return new Backlog(from, Math.max(0, end - from));
    }

    boolean isEmpty() {
        return records == 0;
    }
}
