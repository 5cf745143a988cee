package io.botyard.sandbox.pace;

import java.util.ArrayDeque;
import java.util.Deque;

/** Remembers the sends of the last window. */
final class QuotaMeter implements Meter {

    private final Quota quota;
    private final Deque<Long> sent = new ArrayDeque<>();

    QuotaMeter(Quota quota) {
        this.quota = quota;
    }

    @Override
    public long waitFrom(long now) {
        forgetBefore(now - quota.window().toMillis());
        return sent.size() < quota.sends()
                ? 0
                : sent.getFirst() + quota.window().toMillis() - now;
    }

    @Override
    public void send(long now) {
        sent.addLast(now);
    }

    @Override
    public boolean rested(long now) {
        forgetBefore(now - quota.window().toMillis());
        return sent.isEmpty();
    }

    private void forgetBefore(long moment) {
        while (!sent.isEmpty() && sent.getFirst() <= moment) {
            sent.removeFirst();
        }
    }
}
