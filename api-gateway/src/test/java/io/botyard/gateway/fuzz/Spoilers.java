package io.botyard.gateway.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** The ways in which a request can be wrong, or merely strange. */
final class Spoilers {

    /** One way. */
    record Spoiler(String name, Way way) {}

    /** Spoils a request, unless there is nothing in it to spoil in this way. */
    interface Way {
        boolean spoil(Shot shot);
    }

    private final List<Spoiler> all;
    private final RandomGenerator random;

    Spoilers(Document document, Values values, RandomGenerator random) {
        this.random = random;
        all = Stream.of(
                        new BodySpoilers(document, values, random).all(),
                        new BytesSpoilers(random).all(),
                        new HeadSpoilers(values, random).all())
                .flatMap(List::stream)
                .toList();
    }

    void spoil(Shot shot) {
        var left = new ArrayList<>(all);
        while (!left.isEmpty()) {
            var spoiler = left.remove(random.nextInt(left.size()));
            if (spoiler.way().spoil(shot)) {
                shot.spoilt.add(spoiler.name());
                return;
            }
        }
    }
}
