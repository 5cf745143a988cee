package io.botyard.worker.store;

import java.time.Instant;

/**
 * What a worker says of itself to whoever operates it.
 *
 * @param residentBots in memory
 * @param callsUnderWay that Telegram has been asked for and has not answered
 * @param parkedCalls of the partitions it owns
 */
public record WorkerReport(String host, Instant startedAt, int residentBots, int callsUnderWay, int parkedCalls) {}
