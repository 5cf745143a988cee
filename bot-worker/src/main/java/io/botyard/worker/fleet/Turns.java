package io.botyard.worker.fleet;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * How many calls of a bot may be under way at once. The others stand in line, first come, first served, and cost nothing
 * while they stand. Those under way keep their turns when the number changes.
 */
public final class Turns {

    private final Set<Place> line = new LinkedHashSet<>();
    private int size;
    private int free;

    Turns(int size) {
        this.size = size;
        this.free = size;
    }

    /**
     * Takes a turn, or a place in the line.
     *
     * @param call told when its turn comes, if it has to wait for it
     */
    public synchronized Place queue(Runnable call) {
        var place = new Place(call, free > 0);
        if (free > 0) {
            free--;
        } else {
            line.add(place);
        }
        return place;
    }

    /** A turn is over. */
    public synchronized void release() {
        free++;
        serve();
    }

    synchronized void resize(int to) {
        free += to - size;
        size = to;
        serve();
    }

    private void serve() {
        var first = line.iterator();
        while (free > 0 && first.hasNext()) {
            var place = first.next();
            first.remove();
            free--;
            place.mine = true;
            place.call.run();
        }
    }

    /** One call's place. */
    public final class Place {

        private final Runnable call;
        private boolean mine;

        private Place(Runnable call, boolean mine) {
            this.call = call;
            this.mine = mine;
        }

        /** Whether its turn has come. */
        public boolean isMine() {
            synchronized (Turns.this) {
                return mine;
            }
        }

        /** The same; and if not, it leaves the line. */
        public boolean isMineOrLeft() {
            synchronized (Turns.this) {
                line.remove(this);
                return mine;
            }
        }
    }
}
