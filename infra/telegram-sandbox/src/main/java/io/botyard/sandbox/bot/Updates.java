package io.botyard.sandbox.bot;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The updates that wait for one bot, oldest first; beyond ten thousand the oldest are dropped. */
final class Updates {

    private static final int WAITING_AT_MOST = 10_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<JsonNode> waiting = new ArrayDeque<>();
    private long lastId;
    private int polls;
    private int changes;
    private int releases;
    private boolean pushed;

    Updates(long lastId) {
        this.lastId = lastId;
    }

    /** Numbers the update unless it has a number of its own, and answers that number. */
    long add(ObjectNode update) {
        lock.lock();
        try {
            lastId = update.has("update_id") ? update.path("update_id").asLong() : lastId + 1;
            ObjectNode numbered = update.objectNode().put("update_id", lastId);
            update.properties().forEach(field -> numbered.set(field.getKey(), field.getValue()));
            if (waiting.size() == WAITING_AT_MOST) {
                waiting.removeFirst();
            }
            waiting.addLast(numbered);
            touch();
            return lastId;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for updates as long as it is allowed to; a later poll of the same bot ends this one. */
    Poll poll(long offset, int limit, Duration timeout) throws InterruptedException {
        lock.lock();
        try {
            if (pushed) {
                return new Poll.WebhookActive();
            }
            int mine = ++polls;
            int before = releases;
            touch();
            confirm(offset);
            long left = timeout.toNanos();
            while (waiting.isEmpty() && mine == polls && !pushed && before == releases && left > 0) {
                left = changed.awaitNanos(left);
            }
            if (mine != polls) {
                return new Poll.TakenOver();
            }
            return pushed
                    ? new Poll.WebhookSet()
                    : new Poll.Updates(waiting.stream().limit(limit).toList());
        } finally {
            lock.unlock();
        }
    }

    /** Whether a webhook takes the updates; a poll that waits is ended when one begins to. */
    void push(boolean on) {
        lock.lock();
        try {
            pushed = on;
            touch();
        } finally {
            lock.unlock();
        }
    }

    /** Ends the poll that waits, if one does, with what there is. */
    void letGo() {
        lock.lock();
        try {
            releases++;
            touch();
        } finally {
            lock.unlock();
        }
    }

    Optional<JsonNode> first() {
        lock.lock();
        try {
            return Optional.ofNullable(waiting.peekFirst());
        } finally {
            lock.unlock();
        }
    }

    void remove(JsonNode delivered) {
        lock.lock();
        try {
            waiting.removeFirstOccurrence(delivered);
        } finally {
            lock.unlock();
        }
    }

    void drop() {
        lock.lock();
        try {
            waiting.clear();
        } finally {
            lock.unlock();
        }
    }

    int count() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until something here changes, at most so long. */
    void awaitChange(Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            int before = changes;
            long left = atMost.toNanos();
            while (before == changes && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private void touch() {
        changes++;
        changed.signalAll();
    }

    /** A negative offset counts from the end: that many are kept, all before are forgotten. */
    private void confirm(long offset) {
        if (offset > 0) {
            waiting.removeIf(update -> update.path("update_id").asLong() < offset);
        } else if (offset < 0) {
            Iterator<JsonNode> oldest = List.copyOf(waiting).iterator();
            for (long surplus = waiting.size() + offset; surplus > 0; surplus--) {
                waiting.remove(oldest.next());
            }
        }
    }
}
