package io.botyard.gateway.admin;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the workers stand, as audit-service words it and clients find it described.
 *
 * @param at when it was looked
 * @param partitions how many there are; each is some users' bots
 * @param unownedPartitions those that no worker holds: calls of their bots wait
 * @param lag what waits for workers, topic by topic, some seconds ago at most
 * @param gatesOpen chats and bots that Telegram told to wait for more than 5 s and that wait still
 */
@Schema(name = "Fleet")
record FleetAnswer(
        Instant at,
        int partitions,
        List<Integer> unownedPartitions,
        List<Member> workers,
        List<Waiting> lag,
        long gatesOpen) {

    /**
     * A worker and what it said of itself last; whatever it did not say is null.
     *
     * @param worker another one at each start
     * @param seenAt when it said so
     * @param silent whether it has said nothing for 30 s; a worker that stopped is not listed
     * @param partitions that it holds now
     * @param residentBots in memory
     * @param callsUnderWay that Telegram has been asked for and has not answered
     * @param parkedCalls set aside until their gate opens or their time comes, of its partitions
     */
    @Schema(name = "FleetWorker")
    record Member(
            String worker,
            @Nullable String host,
            @Nullable Instant startedAt,
            @Nullable Instant seenAt,
            boolean silent,
            List<Integer> partitions,
            @Nullable Integer residentBots,
            @Nullable Integer callsUnderWay,
            @Nullable Integer parkedCalls) {}

    /**
     * What lies in one topic and is not finished.
     *
     * @param oldestAt when the oldest of it was written; null when nothing waits, or when that was not to be seen in time
     * @param ageSeconds how long the oldest of it had waited
     */
    @Schema(name = "FleetLag")
    record Waiting(
            String topic,
            long records,
            @Nullable Instant oldestAt,
            @Nullable Long ageSeconds) {}
}
