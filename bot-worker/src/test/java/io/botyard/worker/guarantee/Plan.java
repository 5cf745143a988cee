package io.botyard.worker.guarantee;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** What happens to whom, and when: the same for the same seed. */
record Plan(List<Entry> entries) {

    /**
     * One mishap.
     *
     * @param at after the load began
     * @param lasts until it is mended
     * @param worker whom it meets, if it meets one
     */
    record Entry(Duration at, Mishap what, Duration lasts, int worker) {

        private long mended() {
            return at.plus(lasts).toMillis();
        }

        @Override
        public String toString() {
            var whom = what.ofAWorker() ? " worker " + worker : "";
            return "%.1f s %s%s for %.1f s".formatted(at.toMillis() / 1e3, what, whom, lasts.toMillis() / 1e3);
        }
    }

    /** Spread over this time; every kind comes before any comes twice, and nobody meets two at once. */
    static Plan of(long seed, int mishaps, Duration length, int workers) {
        var random = new Random(seed);
        var entries = new ArrayList<Entry>();
        var kinds = new ArrayList<Mishap>();
        for (var i = 0; i < mishaps; i++) {
            if (kinds.isEmpty()) {
                kinds.addAll(EnumSet.allOf(Mishap.class));
                Collections.shuffle(kinds, random);
            }
            var at = (long) ((i + 0.2 + 0.6 * random.nextDouble()) * length.toMillis() / mishaps);
            var kind = kinds.removeFirst();
            var lasts = random.nextInt(kind.shortest(), kind.longest());
            var well = new ArrayList<Integer>();
            for (var worker = 0; worker < workers; worker++) {
                if (isWell(entries, worker, at)) {
                    well.add(worker);
                }
            }
            if (!kind.ofAWorker() || !well.isEmpty()) {
                var whom = kind.ofAWorker() ? well.get(random.nextInt(well.size())) : -1;
                entries.add(new Entry(Duration.ofMillis(at), kind, Duration.ofMillis(lasts), whom));
            }
        }
        return new Plan(List.copyOf(entries));
    }

    private static boolean isWell(List<Entry> before, int worker, long at) {
        return before.stream().noneMatch(entry -> entry.worker() == worker && entry.mended() + 1_000 > at);
    }

    @Override
    public String toString() {
        return entries.stream().map(Entry::toString).collect(Collectors.joining(", "));
    }
}
