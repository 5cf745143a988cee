package io.botyard.audit.entry.proof;

import io.botyard.contract.event.HeadsSigned;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the first entry of one chain that is not as it was signed, with what was signed there and next to it. */
final class Search {
    private final KeptTrails trails;
    private final long user;
    private long compared;
    private long seq;
    private @Nullable String hash;
    private @Nullable String next;

    /**
     * Looks behind this place.
     *
     * @param after the last entry that may be gone
     */
    Search(KeptTrails trails, long user, long after) {
        this.trails = trails;
        this.user = user;
        this.compared = after;
    }

    void look(HeadsSigned.Head head) {
        if (head.seq() <= compared) {
            return;
        }
        var rows = seq == 0 ? rows(head) : List.<KeptEntry>of();
        var place = head.after();
        for (var said : head.hashes()) {
            place++;
            if (seq == 0 && place > compared && !stands(rows, place, said)) {
                seq = place;
                hash = said;
            } else if (seq > 0 && place == seq + 1 && next == null) {
                next = said;
            }
        }
        compared = head.seq();
    }

    private List<KeptEntry> rows(HeadsSigned.Head head) {
        return trails.between(user, head.after() + 1, head.seq());
    }

    private static boolean stands(List<KeptEntry> rows, long place, String hash) {
        var there = rows.stream().filter(row -> row.seq() == place).toList();
        return there.size() == 1 && there.getFirst().hash().equals(hash);
    }

    /** 0 when everything that was signed is there. */
    long seq() {
        return seq;
    }

    @Nullable
    String hash() {
        return hash;
    }

    /** What was signed in the place behind; none when nothing was. */
    @Nullable
    String next() {
        return next;
    }
}
