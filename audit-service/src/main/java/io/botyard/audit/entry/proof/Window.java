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
    private int checkpoints;

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
        var checkpoint = seal.checkpoint();
        if (checkpoint != null) {
            checkpoint.ends().forEach(this::add);
        }
    }

    private void add(HeadsSigned.End end) {
        var chain = chains.get(end.userId().value());
        if (chain != null) {
            checkpoints -= chain.checkpoints();
            chain.mayBeginBehind(end);
            checkpoints += chain.checkpoints();
            shrink();
        }
    }

    /** A chain takes room, and so does each of its checkpoints. */
    private void shrink() {
        while (chains.size() > 1 && chains.size() + checkpoints > most) {
            checkpoints -= chains.pollLastEntry().getValue().checkpoints();
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
