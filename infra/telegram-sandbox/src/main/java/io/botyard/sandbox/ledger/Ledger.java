package io.botyard.sandbox.ledger;

import io.botyard.sandbox.exchange.BotRequest;
import io.botyard.sandbox.journal.Journal;
import io.botyard.sandbox.journal.Lines;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * What arrived, when and in which order. A call is with the operating system before {@link #arrived} returns and so
 * survives kill -9; its answer follows with the next call, or within a moment. No token is ever in it.
 *
 * <p>Any number of calls is kept, on disk; in memory only eight bytes for every 512 of them and those in flight.
 */
public final class Ledger implements AutoCloseable {

    private final Journal journal;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final SparseIndex index = new SparseIndex();
    private final Set<Long> unanswered = new HashSet<>();
    private long lastSeq;
    private long lastMessageId;

    private Ledger(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    public static Ledger open(Path file, Clock clock) throws IOException {
        Ledger ledger = new Ledger(Journal.open(file), clock);
        ledger.readBack();
        return ledger;
    }

    /** Every call there is, in order. */
    public List<Call> calls() {
        return calls(CallFilter.all());
    }

    /** Every call that the filter admits, in order, over as many pages as there are. */
    public List<Call> calls(CallFilter filter) {
        List<Call> calls = new ArrayList<>();
        read(filter, calls::add);
        return calls;
    }

    /** The same without holding more than a page of them. */
    public void read(CallFilter filter, Consumer<Call> reader) {
        CallPage page = page(filter);
        page.calls().forEach(reader);
        for (Long next = page.next(); next != null; next = page.next()) {
            page = page(filter.after(next));
            page.calls().forEach(reader);
        }
    }

    public CallPage page(CallFilter filter) {
        Lines lines;
        Set<Long> open;
        lock.lock();
        try {
            lines = journal.lines(index.before(filter.after() + 1));
            open = Set.copyOf(unanswered);
        } finally {
            lock.unlock();
        }
        try (lines) {
            return new PageReader(filter, open).read(lines);
        }
    }

    /** Writes down that a request arrived and answers its seq. */
    public long arrived(BotRequest request) {
        byte[] tail = LedgerLine.arrivalTail(request);
        lock.lock();
        try {
            long seq = ++lastSeq;
            index.add(seq, journal.append(LedgerLine.arrival(seq, clock.instant(), tail)));
            unanswered.add(seq);
            return seq;
        } finally {
            lock.unlock();
        }
    }

    public void answered(long seq, Answer answer) {
        byte[] line = LedgerLine.answer(seq, clock.instant(), answer);
        lock.lock();
        try {
            // After a reset the call is gone, and its answer with it.
            if (unanswered.remove(seq)) {
                journal.defer(line);
                remember(answer.messageId() == null ? 0 : answer.messageId());
            }
        } finally {
            lock.unlock();
        }
    }

    public long lastSeq() {
        lock.lock();
        try {
            return lastSeq;
        } finally {
            lock.unlock();
        }
    }

    /** A number that no message has reached, not even one whose answer was lost with the process. */
    public long messageIdsBelow() {
        lock.lock();
        try {
            return lastMessageId + 1 + 100L * unanswered.size();
        } finally {
            lock.unlock();
        }
    }

    /** Writes what was deferred. */
    public void flush() {
        lock.lock();
        try {
            journal.flush();
        } finally {
            lock.unlock();
        }
    }

    /** Forgets every call; seqs and message ids go on increasing. */
    public void clear() {
        lock.lock();
        try {
            journal.clear();
            index.clear();
            unanswered.clear();
            journal.append(LedgerLine.reset(lastSeq, lastMessageId));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        lock.lock();
        try {
            journal.close();
        } finally {
            lock.unlock();
        }
    }

    private void readBack() {
        try (Lines lines = journal.lines(0)) {
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                long seq = LedgerLine.seq(line);
                if (LedgerLine.isArrival(line)) {
                    index.add(seq, lines.offset());
                    unanswered.add(seq);
                } else {
                    unanswered.remove(seq);
                    remember(LedgerLine.messageId(line));
                }
                lastSeq = Math.max(lastSeq, seq);
            }
        }
    }

    private void remember(long messageId) {
        lastMessageId = Math.max(lastMessageId, messageId);
    }
}
