package io.botyard.worker.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Three workers under load while they are killed, frozen, stopped and started, and broker and PostgreSQL go away and
 * come back, with both group protocols. {@code -Dfaults.seed=7} repeats the plan and the load of one round.
 */
class GuaranteesTest {

    private static final int WORKERS = 3;
    private static final int USERS = 10;

    @Test
    void everyGuaranteeHoldsInAShortRound() throws Exception {
        var seed = Long.getLong("faults.seed", 1);
        assertThat(rounds(LongStream.range(seed, seed + 1), Duration.ofSeconds(8), 3))
                .isEmpty();
    }

    @Test
    @Tag("endurance")
    void everyGuaranteeHoldsInManyRounds() throws Exception {
        var seed = Long.getLong("faults.seed", 101);
        var rounds = Integer.getInteger("faults.rounds", 24);
        assertThat(rounds(LongStream.range(seed, seed + rounds), Duration.ofSeconds(20), 6))
                .isEmpty();
    }

    /** Those of one protocol after those of the other, by whether their seed is odd. */
    private static List<String> rounds(LongStream seeds, Duration length, int mishaps) throws Exception {
        var directory = Files.createDirectories(Path.of("target", "guarantees"));
        var broken = new ArrayList<String>();
        var byProtocol = seeds.boxed()
                .collect(Collectors.groupingBy(
                        seed -> seed % 2 == 0 ? "classic" : "consumer", TreeMap::new, Collectors.toList()));
        try (var cluster = new Cluster(
                Files.createTempDirectory(directory.toAbsolutePath(), "run"),
                Collections.nCopies(WORKERS, Cluster.Member.ORDINARY))) {
            for (var group : byProtocol.descendingMap().entrySet()) {
                cluster.start(group.getKey());
                for (var seed : group.getValue()) {
                    broken.addAll(new Round(cluster, seed, length, mishaps).run(seed * USERS, WORKERS));
                }
                cluster.stop();
            }
        }
        return broken;
    }
}
