package io.botyard.worker.intake;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which records of one partition are finished: only the prefix without a gap may be committed. */
final class OffsetLedger {

    /** Everything before {@code next} is finished; the ends are those before the oldest unfinished record began. */
    record Commit(long next, JournalEnds ends) {}

    private final Deque<Entry> inOrder = new ArrayDeque<>();
    private final Map<Long, Entry> unfinished = new HashMap<>();
    private long next = -1;
    private long committed = -1;
    private JournalEnds endsAtNext = JournalEnds.START;

    private static final class Entry {
        private final long offset;
        private final JournalEnds ends;
        private boolean finished;

        private Entry(long offset, JournalEnds ends) {
            this.offset = offset;
            this.ends = ends;
        }
    }

    /** A record is taken in; offsets grow, with gaps where Kafka has them. */
    synchronized void begin(long offset, JournalEnds ends) {
        var entry = new Entry(offset, ends);
        if (inOrder.isEmpty()) {
            endsAtNext = ends;
        }
        inOrder.addLast(entry);
        unfinished.put(offset, entry);
    }

    /** A record came to its end; once is enough. */
    synchronized void finish(long offset) {
        var entry = unfinished.remove(offset);
        if (entry == null) {
            return;
        }
        entry.finished = true;
        while (!inOrder.isEmpty() && inOrder.peekFirst().finished) {
            next = inOrder.removeFirst().offset + 1;
        }
        if (!inOrder.isEmpty()) {
            endsAtNext = inOrder.peekFirst().ends;
        }
    }

    /** What may be committed and has not been handed out yet. */
    synchronized Optional<Commit> committable() {
        if (next <= committed) {
            return Optional.empty();
        }
        committed = next;
        return Optional.of(new Commit(next, endsAtNext));
    }

    synchronized int open() {
        return unfinished.size();
    }
}
