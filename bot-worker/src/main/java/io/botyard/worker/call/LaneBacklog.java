package io.botyard.worker.call;

import java.time.Instant;
import java.util.PriorityQueue;

/** What waits in one lane: calls in memory, then those in Postgres. */
final class LaneBacklog {

    private static final long NONE = Long.MAX_VALUE;

    private int inMemory;
    private int parked;
    private int arrived;
    private int hurried;
    private final PriorityQueue<Long> onTheWay = new PriorityQueue<>();
    private long first = NONE;
    private boolean interactive;
    private boolean changed;
    private Instant notBefore = Instant.MIN;

    int inMemory() {
        return inMemory;
    }

    int parked() {
        return parked;
    }

    boolean interactive() {
        return interactive;
    }

    boolean empty() {
        return inMemory == 0 && parked == 0;
    }

    /** Something is set aside that goes before this. */
    boolean goesBefore(long position) {
        return parked > 0 && first <= position;
    }

    void came() {
        inMemory++;
    }

    /** Comes to be in memory from where it was set aside. */
    void fetched() {
        inMemory++;
        changed = false;
    }

    void went() {
        inMemory--;
    }

    void park(int calls, long position, boolean isInteractive) {
        arrived += calls;
        count(calls, position, isInteractive);
    }

    private void count(int calls, long position, boolean isInteractive) {
        parked += calls;
        first = Math.min(first, position);
        interactive |= isInteractive;
    }

    /** It is to be set aside, and is not yet. */
    void parkSoon(long position, boolean isInteractive) {
        count(1, position, isInteractive);
        onTheWay.add(position);
    }

    void nowParked(long position) {
        if (onTheWay.remove(position)) {
            arrived++;
        }
    }

    /** It was to be set aside, and is not, or it had been counted before. */
    void notParked(long position) {
        onTheWay.remove(position);
        without();
    }

    /** Somebody is about to look what is set aside. What comes to be there from now on may not be seen. */
    void looking() {
        arrived = 0;
    }

    /** Nothing was seen: of what is thought to be there, only what has come since can be. */
    void none() {
        parked = onTheWay.size() + Math.min(arrived, parked - onTheWay.size());
        rested();
    }

    /** The first of those that are to be set aside and are not yet; they come to be there in any order. */
    long firstOnTheWay() {
        var next = onTheWay.peek();
        return next == null ? NONE : next;
    }

    /** One of them is not there, or is there no longer; whichever it was. */
    void without() {
        parked--;
        rested();
    }

    /** The first of them is done. None that follows has an earlier position; test messages have the same. */
    void ended(long position) {
        parked--;
        hurried = Math.max(0, hurried - 1);
        first = position;
        rested();
    }

    /** The first of them has to wait on, or is not to go yet: by what was so when it was fetched. */
    void waits(long position, Instant until) {
        first = position;
        if (!changed) {
            hurried = Math.max(0, hurried - 1);
            notBefore = until;
        }
    }

    /** What it was to wait for may be no longer so. */
    void waitNoLonger() {
        notBefore = Instant.MIN;
        changed = true;
    }

    /** Whatever they wait for: each is looked at once more. */
    void hurry() {
        hurried = parked;
        changed = true;
    }

    boolean hurried() {
        return hurried > 0;
    }

    /** Whether the next one may be fetched, gates apart: nothing that goes before it is in memory or still to be read. */
    boolean ready(long readUpTo, Instant now) {
        return parked > 0 && inMemory == 0 && first < readUpTo && (hurried > 0 || !notBefore.isAfter(now));
    }

    private void rested() {
        if (parked == 0) {
            first = NONE;
            interactive = false;
            notBefore = Instant.MIN;
        }
    }
}
