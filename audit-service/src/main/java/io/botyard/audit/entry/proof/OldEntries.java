package io.botyard.audit.entry.proof;

import io.botyard.contract.event.HeadsSigned;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.LongToIntFunction;

/**
 * Judges the old parts of chains, so many users at once. How old an entry is says its signature: the time at which the
 * database says that it was recorded is no part of what was signed.
 */
public final class OldEntries {
    private static final int USERS_AT_ONCE = 100_000;
    private final KeptTrails trails;
    private final SealedHeads heads;
    private final Signatures signatures;
    private final LongToIntFunction partitions;
    private final IntPredicate wanted;

    /**
     * Of these partitions alone.
     *
     * @param heads all seals of them
     * @param partitions which partition a user is in
     */
    public OldEntries(
            KeptTrails trails,
            SealedHeads heads,
            Signatures signatures,
            LongToIntFunction partitions,
            IntPredicate wanted) {
        this.trails = trails;
        this.heads = heads;
        this.signatures = signatures;
        this.partitions = partitions;
        this.wanted = wanted;
    }

    /**
     * The next users behind this one who have old entries that no checkpoint lets go yet.
     *
     * @param before what was recorded earlier is old
     * @param signedBefore and has to be signed by then
     * @throws CannotVerify when the seals do not tell everything
     */
    public Page behind(long user, Instant before, Instant signedBefore) {
        var lasts = trails.lastBefore(before, user, USERS_AT_ONCE);
        var chains = new TreeMap<Long, OldChain>();
        lasts.forEach((one, last) -> {
            var partition = partitions.applyAsInt(one);
            if (wanted.test(partition)) {
                chains.put(one, new OldChain(one, last, partition));
            }
        });
        if (!chains.isEmpty()) {
            listen(chains, signedBefore);
        }
        var parts = chains.values().stream()
                .filter(OldChain::isAsked)
                .map(chain -> chain.judged(trails, before))
                .toList();
        return new Page(parts, lasts.isEmpty() ? user : lasts.lastKey(), lasts.size() < USERS_AT_ONCE);
    }

    private void listen(SortedMap<Long, OldChain> chains, Instant signedBefore) {
        var trust = new Trust(signatures);
        var foreign = heads.read(null, seal -> {
            if (trust.accepts(seal)) {
                add(seal, chains, signedBefore);
            }
        });
        trust.end(foreign, false);
        if (!trust.problems().isEmpty()) {
            throw new CannotVerify(trust.problems().getFirst());
        }
    }

    private static void add(HeadsSigned seal, SortedMap<Long, OldChain> chains, Instant signedBefore) {
        if (seal.at().isBefore(signedBefore)) {
            for (var head : seal.heads()) {
                var chain = chains.get(head.userId().value());
                if (chain != null) {
                    chain.add(head);
                }
            }
        }
        var checkpoint = seal.checkpoint();
        if (checkpoint != null) {
            for (var end : checkpoint.ends()) {
                var chain = chains.get(end.userId().value());
                if (chain != null) {
                    chain.mayBeginBehind(end);
                }
            }
        }
    }

    /**
     * Of some users.
     *
     * @param user the last one that was looked at
     * @param isLast nobody is left behind that one
     */
    public record Page(List<OldPart> parts, long user, boolean isLast) {}
}
