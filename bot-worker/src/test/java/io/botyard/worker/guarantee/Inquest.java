package io.botyard.worker.guarantee;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;

/** What can still be seen of calls and commands that have come to nothing, for whoever has to find out why. */
final class Inquest {

    private static final String GROUP = "bot-worker";
    private static final List<String> TABLES = List.of(
            "parked_call t",
            "ownership t",
            "gate t",
            "full_backlog t",
            "keyed_call t",
            "bot t",
            "standing t",
            "outbox t where published_at is null");
    private static final String OURS = "io.botyard";
    private static final int FRAMES = 8;

    private final Cluster cluster;
    private final int workers;

    Inquest(Cluster cluster, int workers) {
        this.cluster = cluster;
        this.workers = workers;
    }

    /** Nothing where all have come to something. */
    void into(History history) {
        var open = Stream.concat(
                        history.calls().stream()
                                .filter(call -> history.outcomesOf(
                                                call.message().commandId())
                                        .isEmpty()),
                        history.controls().stream()
                                .filter(control -> history.eventsOf(
                                                control.message().commandId())
                                        .isEmpty()))
                .toList();
        if (open.isEmpty()) {
            return;
        }
        open.forEach(said -> System.out.println("open: " + said + ", processed: "
                + cluster.value("select count(*) from bots.processed_command where command_id = '"
                        + said.message().commandId() + "'")));
        for (var table : TABLES) {
            System.out.println(
                    table + ":\n" + cluster.value("select string_agg(left(t::text, 600), chr(10)) from bots." + table));
        }
        offsets().forEach((place, where) -> System.out.println(place + ": " + where));
        for (var index = 0; index < workers; index++) {
            System.out.println("worker " + index + ":");
            stacks(cluster.worker(index).threads())
                    .forEach((stack, threads) -> System.out.println(threads + " x" + stack));
        }
    }

    /** How far each partition is committed, and how far it goes. */
    private Map<String, String> offsets() {
        try (var admin = Admin.create(cluster.broker().connection().admin())) {
            var committed = admin.listConsumerGroupOffsets(GROUP)
                    .partitionsToOffsetAndMetadata()
                    .get();
            var ends = admin.listOffsets(committed.keySet().stream()
                            .collect(Collectors.toMap(place -> place, _ -> OffsetSpec.latest())))
                    .all()
                    .get();
            return committed.entrySet().stream()
                    .collect(Collectors.toMap(
                            place -> place.getKey().toString(),
                            place -> place.getValue().offset() + " committed, end: " + ends.get(place.getKey())));
        } catch (ExecutionException away) {
            return Map.of("offsets", String.valueOf(away.getCause()));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Map.of();
        }
    }

    /** Threads that are in code of ours, by where they are. */
    private static Map<String, Long> stacks(String dump) {
        return Arrays.stream(dump.split("\n\n"))
                .filter(thread -> thread.contains(OURS))
                .map(thread -> thread.lines()
                        .filter(line -> line.contains(OURS))
                        .limit(FRAMES)
                        .collect(Collectors.joining("\n", "\n", "")))
                .collect(Collectors.groupingBy(stack -> stack, Collectors.counting()));
    }
}
