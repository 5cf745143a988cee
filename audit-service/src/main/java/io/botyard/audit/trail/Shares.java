package io.botyard.audit.trail;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Divides what was read among writers: what all topics hold of one partition goes to one of them, to the one that still
 * has something of it if there is, and each has about as much to do.
 */
final class Shares {
    private final List<Share> shares;

    private static final class Share {
        private final List<Reading> added = new ArrayList<>();
        private final Set<Integer> begun;
        private final int underWay;

        private Share(List<Reading> underWay) {
            this.begun = underWay.stream()
                    .map(reading -> reading.record().partition())
                    .collect(Collectors.toSet());
            this.underWay = underWay.size();
        }

        private int records() {
            return underWay + added.size();
        }
    }

    private Shares(List<List<Reading>> underWay) {
        this.shares = underWay.stream().map(Share::new).toList();
    }

    /**
     * What each writer gets, which may be nothing; the order within a partition stays.
     *
     * @param underWay what each writer has to keep already
     */
    static List<List<Reading>> of(List<Reading> readings, List<List<Reading>> underWay) {
        var shares = new Shares(underWay);
        var partitions = new LinkedHashMap<Integer, List<Reading>>();
        for (var reading : readings) {
            partitions
                    .computeIfAbsent(reading.record().partition(), _ -> new ArrayList<>())
                    .add(reading);
        }
        partitions.entrySet().stream()
                .sorted(Comparator.comparingInt(
                        partition -> -partition.getValue().size()))
                .forEach(partition -> shares.whose(partition.getKey()).added.addAll(partition.getValue()));
        return shares.shares.stream().map(share -> List.copyOf(share.added)).toList();
    }

    private Share whose(int partition) {
        return shares.stream()
                .filter(share -> share.begun.contains(partition))
                .findFirst()
                .orElseGet(() -> shares.stream()
                        .min(Comparator.comparingInt(Share::records))
                        .orElseThrow());
    }
}
