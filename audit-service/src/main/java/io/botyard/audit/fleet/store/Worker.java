package io.botyard.audit.fleet.store;

import java.time.Instant;

/**
 * What a worker said of itself last.
 *
 * @param worker new at each start
 * @param seenAt when it said so, by the database's clock
 */
record Worker(
        String worker,
        String host,
        Instant startedAt,
        Instant seenAt,
        int residentBots,
        int callsUnderWay,
        int parkedCalls) {}
