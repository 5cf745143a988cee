package io.botyard.audit.trail.seal;

import io.botyard.audit.entry.EntryHash;
import io.botyard.contract.UserId;
import io.botyard.contract.event.HeadsSigned;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Entries that wait to be signed, as stretches of chains in the order in which they came. */
final class Unsigned {
    private final List<Run> runs = new ArrayList<>();
    private final Map<UserId, Run> last = new HashMap<>();
    private int entries;

    /** One stretch of a chain without a gap. */
    private static final class Run {
        private final UserId user;
        private final List<String> hashes = new ArrayList<>();
        private long seq;

        private Run(UserId user, long after) {
            this.user = user;
            this.seq = after;
        }

        private void add(EntryHash hash) {
            hashes.add(hash.hex());
            seq++;
        }
    }

    /** An entry that does not come right after the one before begins a stretch: what lies between is not signed. */
    void add(UserId user, long seq, EntryHash hash) {
        var run = last.get(user);
        if (run == null || run.seq + 1 != seq) {
            run = new Run(user, seq - 1);
            runs.add(run);
            last.put(user, run);
        }
        run.add(hash);
        entries++;
    }

    int entries() {
        return entries;
    }

    List<HeadsSigned.Head> heads() {
        return runs.stream()
                .map(run -> new HeadsSigned.Head(run.user, run.seq, run.hashes))
                .toList();
    }

    void clear() {
        runs.clear();
        last.clear();
        entries = 0;
    }
}
