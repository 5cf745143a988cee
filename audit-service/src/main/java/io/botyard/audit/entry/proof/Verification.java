package io.botyard.audit.entry.proof;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compares the trails with what was signed of them. The seals are read first, so every entry that they name must be
 * there. Memory does not grow with the trails: many users are taken in several rounds, each with so many of them.
 */
public final class Verification {
    private static final int USERS_AT_ONCE = 100_000;
    private final KeptTrails trails;
    private final SealedHeads heads;
    private final Signatures signatures;
    private final InstantSource clock;
    private final int usersAtOnce;

    public Verification(KeptTrails trails, SealedHeads heads, Signatures signatures, InstantSource clock) {
        this(trails, heads, signatures, clock, USERS_AT_ONCE);
    }

    Verification(KeptTrails trails, SealedHeads heads, Signatures signatures, InstantSource clock, int usersAtOnce) {
        this.trails = trails;
        this.heads = heads;
        this.signatures = signatures;
        this.clock = clock;
        this.usersAtOnce = usersAtOnce;
    }

    /** One user's chain. */
    public Report of(long user) {
        var tally = new Tally(clock.instant());
        var window = new Window(user - 1, usersAtOnce, user);
        var trust = read(user, window);
        walk(window, tally, trust);
        return report(user, tally, trust);
    }

    public Report ofAll() {
        var tally = new Tally(clock.instant());
        var window = new Window(Long.MIN_VALUE, usersAtOnce, Long.MAX_VALUE);
        var trust = read(null, window);
        walk(window, tally, trust);
        while (window.high() < Long.MAX_VALUE) {
            window = new Window(window.high(), usersAtOnce, Long.MAX_VALUE);
            walk(window, tally, read(null, window));
        }
        return report(null, tally, trust);
    }

    private Trust read(@Nullable Long user, Window window) {
        var trust = new Trust(signatures);
        var foreign = heads.read(user, seal -> {
            if (trust.accepts(seal)) {
                window.add(seal);
            }
        });
        trust.end(foreign, user == null);
        return trust;
    }

    /** The rows of a window's users, and those users of whom no row is left. */
    private void walk(Window window, Tally tally, Trust trust) {
        var rows = new Rows(trails, window.low(), window.high());
        var last = window.low();
        ChainWalk walk = null;
        for (var row = rows.next(); row != null; row = rows.next()) {
            if (walk == null || walk.user() != row.userId()) {
                end(walk, tally, trust);
                window.between(last, row.userId()).forEach(gone -> end(walkOf(window, gone), tally, trust));
                walk = walkOf(window, row.userId());
                last = row.userId();
            }
            walk.next(row);
        }
        end(walk, tally, trust);
        window.behind(last).forEach(gone -> end(walkOf(window, gone), tally, trust));
    }

    private static ChainWalk walkOf(Window window, long user) {
        return new ChainWalk(user, window.of(user));
    }

    private static void end(@Nullable ChainWalk walk, Tally tally, Trust trust) {
        if (walk != null) {
            tally.add(walk, trust);
        }
    }

    private Report report(@Nullable Long user, Tally tally, Trust trust) {
        var positions = trails.positions();
        var broken = searched(user, tally.bad()).entrySet().stream()
                .map(one -> new Diagnosis(trails, one.getKey(), one.getValue(), isOlder(one.getKey(), trust, positions))
                        .broken())
                .filter(one -> trust.problems().isEmpty() || one.reason() != Reason.NEVER_SIGNED)
                .toList();
        return tally.report(broken, user != null, trust, trust.isAheadOf(positions));
    }

    private static boolean isOlder(ChainWalk walk, Trust trust, Map<KeptTrails.Source, Long> positions) {
        var signed = walk.signed();
        return signed != null && trust.isAheadOf(positions, signed.partition());
    }

    /** Goes through the seals once more for the bad ones. */
    private Map<ChainWalk, Search> searched(@Nullable Long user, List<ChainWalk> bad) {
        var searches = new LinkedHashMap<ChainWalk, Search>();
        var byUser = new HashMap<Long, Search>();
        for (var walk : bad) {
            var search = new Search(trails, walk.user(), walk.dropped());
            searches.put(walk, search);
            byUser.put(walk.user(), search);
        }
        if (!bad.isEmpty()) {
            var trust = new Trust(signatures);
            var _ = heads.read(user, seal -> {
                if (trust.accepts(seal)) {
                    for (var head : seal.heads()) {
                        var search = byUser.get(head.userId().value());
                        if (search != null) {
                            search.look(head);
                        }
                    }
                }
            });
        }
        return searches;
    }
}
