package io.botyard.worker.control;

import io.botyard.contract.UserId;
import io.botyard.contract.wire.UserPartitions;
import io.botyard.secret.TokenCipher;
import io.botyard.secret.TokenKeys;
import io.botyard.worker.store.KeyRotation;
import io.botyard.worker.store.KeyRotations;
import io.botyard.worker.store.Lease;
import io.botyard.worker.store.LeaseLost;
import io.botyard.worker.store.OutboxEntry;
import io.botyard.worker.store.SealedBot;
import io.botyard.worker.store.SealedBots;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Seals anew what is sealed under an older key than the last rotation brought. Every step starts from what is committed,
 * so it goes on after any interruption, here or at the next owner; and what was sealed under an old key before this
 * gateway or that command heard of the new one is caught up with, also when the rotation has ended.
 */
@Component
public class Resealing {

    private static final Logger LOG = LoggerFactory.getLogger(Resealing.class);

    /** Users that are looked at in one step, and of those that are ours so many in one transaction. */
    private static final int PAGE = 1_000;

    private static final int BATCH = 200;

    private final TokenCipher cipher;
    private final TokenKeys keys;
    private final KeyRotations rotations;
    private final SealedBots bots;
    private final Clock clock;
    private final Counter resealed;
    private final Counter unreadable;
    private UserId reached = UserId.PLATFORM;
    private int noted;
    private int seen;

    Resealing(
            TokenCipher cipher,
            TokenKeys keys,
            KeyRotations rotations,
            SealedBots bots,
            Clock clock,
            MeterRegistry meters) {
        this.cipher = cipher;
        this.keys = keys;
        this.rotations = rotations;
        this.bots = bots;
        this.clock = clock;
        this.resealed = meters.counter("botyard.keys.resealed");
        this.unreadable = meters.counter("botyard.keys.unreadable");
    }

    /**
     * What a step came to.
     *
     * @param more there is more to do at once
     * @param told the end of a rotation, committed and to be told under the lease of the platform's partition
     */
    public record Step(boolean more, Optional<OutboxEntry> told) {
        private static final Step REST = new Step(false, Optional.empty());
        private static final Step ON = new Step(true, Optional.empty());
    }

    /** Goes on with the users of these partitions; by one thread at a time. */
    public Step step(Map<Integer, Lease> held, UserPartitions partitions) {
        var platform = held.get(partitions.of(UserId.PLATFORM));
        var last = rotations.latest();
        if (platform != null) {
            last.filter(rotation -> !isThere(rotation.version()))
                    .ifPresent(rotation -> keys.rotateFrom(rotation.version() - 1));
            note(platform);
        }
        return last.filter(rotation -> isThere(rotation.version()))
                .map(rotation -> step(rotation, held, partitions, platform))
                .orElse(Step.REST);
    }

    private Step step(
            KeyRotation rotation, Map<Integer, Lease> held, UserPartitions partitions, @Nullable Lease platform) {
        var page = bots.behind(rotation.version(), reached, PAGE);
        page.stream()
                .collect(Collectors.groupingBy(partitions::of))
                .forEach((partition, users) ->
                        Optional.ofNullable(held.get(partition)).ifPresent(lease -> reseal(lease, rotation, users)));
        if (page.size() == PAGE) {
            reached = page.getLast();
            return Step.ON;
        }
        reached = UserId.PLATFORM;
        return platform == null || !rotation.running()
                ? Step.REST
                : new Step(false, rotations.finish(platform, clock.instant()));
    }

    /** Keys are only ever added: once one is seen nobody is asked for it again. */
    private boolean isThere(int version) {
        if (seen < version) {
            seen = keys.newest();
        }
        return seen >= version;
    }

    private void note(Lease platform) {
        var newest = keys.newest();
        if (newest != noted) {
            rotations.note(platform, newest);
            noted = newest;
        }
    }

    private void reseal(Lease lease, KeyRotation rotation, List<UserId> users) {
        try {
            for (var first = 0; first < users.size() && !lease.ending(); first += BATCH) {
                var batch = users.subList(first, Math.min(first + BATCH, users.size()));
                reseal(lease, rotation.version(), bots.of(batch, rotation.version()));
            }
        } catch (LeaseLost lost) {
            // The next owner goes on.
        }
    }

    private void reseal(Lease lease, int version, List<SealedBot> behind) {
        var rewrapping = Rewrapping.of(cipher, behind);
        rewrapping
                .unreadable()
                .forEach(bot -> LOG.atWarn()
                        .addKeyValue("user_id", bot.user())
                        .addKeyValue("partition", lease.partition())
                        .addKeyValue("reason", "unreadable")
                        .log("secret not sealed anew"));
        bots.replace(lease, version, rewrapping.sealed(), rewrapping.unreadable());
        resealed.increment(rewrapping.sealed().size());
        unreadable.increment(rewrapping.unreadable().size());
    }
}
