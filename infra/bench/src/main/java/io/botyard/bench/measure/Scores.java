package io.botyard.bench.measure;

import io.botyard.contract.wire.WireJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What everybody came to in every round, under each condition, and the table of it. */
public final class Scores {

    /** One run. */
    public record Score(String name, String under, Cost cost) {}

    private final List<Score> all = new ArrayList<>();

    public void add(String name, String under, Cost cost) {
        all.add(new Score(name, under, cost));
    }

    /** Forgets what was for warming up. */
    public void clear() {
        all.clear();
    }

    /** The run in the middle, by how fast it was. */
    public Cost median(String name, String under) {
        var own = sorted(name, under);
        return own.get(own.size() / 2);
    }

    /**
     * A line for each contender under each condition.
     *
     * @param limit units a second under a condition, by which all are divided
     */
    public void print(String title, ToDoubleFunction<String> limit) {
        System.out.println(title + ": medians of " + Rounds.count() + " rounds");
        System.out.println("%-44s %9s %21s %7s %8s %8s %8s"
                .formatted("", "/s", "spread", "ratio", "cpu us", "threads", "heap MB"));
        for (var under : all.stream().map(Score::under).distinct().toList()) {
            System.out.println(under + ": limit " + Math.round(limit.applyAsDouble(under)) + "/s");
            all.stream()
                    .filter(score -> score.under().equals(under))
                    .map(Score::name)
                    .distinct()
                    .forEach(name -> System.out.println(line(name, under, limit.applyAsDouble(under))));
        }
    }

    public void write(Path file) throws IOException {
        Files.writeString(file, WireJson.mapper().writeValueAsString(all));
    }

    private String line(String name, String under, double limit) {
        var own = sorted(name, under);
        var middle = own.get(own.size() / 2);
        return "  %-42s %9.0f %9.0f - %9.0f %7.3f %8.1f %8d %8.0f"
                .formatted(
                        name,
                        middle.perSecond(),
                        own.getFirst().perSecond(),
                        own.getLast().perSecond(),
                        middle.perSecond() / limit,
                        middle.cpuMicros(),
                        middle.threads(),
                        middle.heapMegabytes());
    }

    private List<Cost> sorted(String name, String under) {
        return all.stream()
                .filter(score -> score.name().equals(name) && score.under().equals(under))
                .map(Score::cost)
                .sorted(Comparator.comparingDouble(Cost::perSecond))
                .toList();
    }
}
