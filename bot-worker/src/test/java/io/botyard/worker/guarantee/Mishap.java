package io.botyard.worker.guarantee;

/** What may happen to a worker, or to what stands around it. */
enum Mishap {
    /** Killed with -9, and started again. */
    KILL(1_000, 6_000),
    /** Frozen for longer than its session and its leases last, then continued. */
    FREEZE(8_000, 11_000),
    /** Frozen for less than a lease lasts. */
    STALL(1_500, 3_500),
    /** Stopped as an operator does, and started again. */
    STOP(1_000, 4_000),
    /** The broker goes away and comes back. */
    BROKER(500, 3_000),
    /** PostgreSQL goes away and comes back. */
    DATABASE(500, 5_000);

    private final int shortest;
    private final int longest;

    Mishap(int shortest, int longest) {
        this.shortest = shortest;
        this.longest = longest;
    }

    boolean ofAWorker() {
        return switch (this) {
            case KILL, FREEZE, STALL, STOP -> true;
            case BROKER, DATABASE -> false;
        };
    }

    /** Milliseconds. */
    int shortest() {
        return shortest;
    }

    /** Milliseconds. */
    int longest() {
        return longest;
    }
}
