package io.botyard.audit.fleet.store;

import io.botyard.audit.fleet.TopicLag;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the workers stand, in the words of the API. */
record FleetAnswer(
        Instant at,
        int partitions,
        List<Integer> unownedPartitions,
        List<Member> workers,
        List<Waiting> lag,
        long gatesOpen) {

    /** @param silentAfter who has said nothing for so long is silent */
    static FleetAnswer of(
            WorkerRows.Moment now,
            int partitions,
            List<Worker> workers,
            Map<Integer, String> holders,
            List<TopicLag> lag,
            Duration silentAfter) {
        var unowned = IntStream.range(0, partitions)
                .filter(partition -> !holders.containsKey(partition))
                .boxed()
                .toList();
        var owned = new TreeMap<String, TreeSet<Integer>>();
        holders.forEach((partition, holder) ->
                owned.computeIfAbsent(holder, _ -> new TreeSet<>()).add(partition));
        var heard = workers.stream()
                .map(worker -> Member.of(
                        worker, now.at().minus(silentAfter), owned.getOrDefault(worker.worker(), new TreeSet<>())))
                .toList();
        var unheard = owned.entrySet().stream()
                .filter(holder ->
                        workers.stream().noneMatch(worker -> worker.worker().equals(holder.getKey())))
                .map(holder -> Member.unheard(holder.getKey(), holder.getValue()));
        return new FleetAnswer(
                now.at(),
                partitions,
                unowned,
                Stream.concat(heard.stream(), unheard).toList(),
                lag.stream().map(Waiting::of).toList(),
                now.gates());
    }

    record Member(
            String worker,
            @Nullable String host,
            @Nullable Instant startedAt,
            @Nullable Instant seenAt,
            boolean silent,
            List<Integer> partitions,
            @Nullable Integer residentBots,
            @Nullable Integer callsUnderWay,
            @Nullable Integer parkedCalls) {

        private static Member of(Worker worker, Instant silentSince, TreeSet<Integer> partitions) {
            return new Member(
                    worker.worker(),
                    worker.host(),
                    worker.startedAt(),
                    worker.seenAt(),
                    worker.seenAt().isBefore(silentSince),
                    List.copyOf(partitions),
                    worker.residentBots(),
                    worker.callsUnderWay(),
                    worker.parkedCalls());
        }

        /** It holds partitions, so it is there, whatever keeps it from saying so. */
        private static Member unheard(String worker, TreeSet<Integer> partitions) {
            return new Member(worker, null, null, null, true, List.copyOf(partitions), null, null, null);
        }
    }

    record Waiting(
            String topic,
            long records,
            @Nullable Instant oldestAt,
            @Nullable Long ageSeconds) {

        private static Waiting of(TopicLag lag) {
            var age = lag.age();
            return new Waiting(
                    lag.topic().topicName(), lag.records(), lag.oldestAt(), age == null ? null : age.toSeconds());
        }
    }
}
