package io.botyard.audit.entry.proof;

import io.botyard.contract.event.HeadsSigned;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was signed of the users in a range; it ends where there are too many of them. */
final class Window {
    private final long low;
    private final int most;
    private final TreeMap<Long, SignedChain> chains = new TreeMap<>();
    private long high;

    /**
     * @param low the user before the first
     * @param most users at once
     * @param high the last user, if there are not too many before
     */
    Window(long low, int most, long high) {
        this.low = low;
        this.most = most;
        this.high = high;
    }

    void add(HeadsSigned seal) {
        for (var head : seal.heads()) {
            var user = head.userId().value();
            if (user > low && user <= high) {
                chains.computeIfAbsent(user, _ -> new SignedChain(seal.partition()))
                        .add(head);
                shrink();
            }
        }
    }

    private void shrink() {
        if (chains.size() > most) {
            chains.pollLastEntry();
            high = chains.lastKey();
        }
    }

    long low() {
        return low;
    }

    /** The last user in it. */
    long high() {
        return high;
    }

    @Nullable
    SignedChain of(long user) {
        return chains.get(user);
    }

    /** Those of whom something was signed, between these two and without them. */
    Collection<Long> between(long after, long before) {
        NavigableMap<Long, SignedChain> part =
                after < before ? chains.subMap(after, false, before, false) : new TreeMap<>();
        return part.keySet();
    }

    Collection<Long> behind(long user) {
        return chains.tailMap(user, false).keySet();
    }
}
