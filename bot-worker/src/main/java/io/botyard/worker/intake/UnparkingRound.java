package io.botyard.worker.intake;

import com.github.benmanes.caffeine.cache.Ticker;
import io.botyard.contract.UserId;
import io.botyard.contract.wire.UserPartitions;
import io.botyard.worker.bot.Tenant;
import io.botyard.worker.call.Overflow;
import io.botyard.worker.call.RateLimiting;
import io.botyard.worker.fleet.Fleet;
import io.botyard.worker.store.Outbox;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Sees what may go on of what was set aside, and once a second what time has changed. */
final class UnparkingRound implements Round {

    private static final Duration BETWEEN_ROUNDS = Duration.ofMillis(20);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Ownerships ownerships;
    private final Unparking unparking;
    private final RateLimiting rateLimiting;
    private final Overflow overflow;
    private final Outbox outbox;
    private final KafkaCallJournal journal;
    private final UserPartitions partitions;
    private final Ticker ticker;
    private long lastLook;

    UnparkingRound(
            Ownerships ownerships,
            Unparking unparking,
            RateLimiting rateLimiting,
            Overflow overflow,
            Outbox outbox,
            KafkaCallJournal journal,
            UserPartitions partitions,
            Ticker ticker,
            Fleet fleet) {
        this.ownerships = ownerships;
        this.unparking = unparking;
        this.rateLimiting = rateLimiting;
        this.overflow = overflow;
        this.outbox = outbox;
        this.journal = journal;
        this.partitions = partitions;
        this.ticker = ticker;
        this.lastLook = ticker.read();
        fleet.watch(this::changed);
    }

    @Override
    public Duration go() {
        var trusted = ownerships.all().stream()
                .filter(owned -> owned.lease().trusted())
                .toList();
        trusted.forEach(unparking::next);
        if (ticker.read() - lastLook > BETWEEN_LOOKS.toNanos()) {
            lastLook = ticker.read();
            look(trusted);
        }
        return BETWEEN_ROUNDS;
    }

    /** However many partitions there are, Postgres is asked once about each thing. */
    private void look(List<OwnedPartition> trusted) {
        var numbers = trusted.stream().map(owned -> owned.lease().partition()).toList();
        rateLimiting
                .opened(numbers)
                .forEach(opened -> owner(opened.user()).ifPresent(owned -> rateLimiting.open(owned.lease(), opened)));
        var told = overflow.told(numbers);
        trusted.forEach(owned -> overflow.fill(owned.lease(), owned.backlog(), told.keySet()));
        told.forEach((user, call) ->
                owner(user).ifPresent(owned -> overflow.drain(owned.lease(), owned.backlog(), user, call)));
        unparking.expire(numbers, this::owner);
        outbox.overdue(numbers)
                .forEach(entry -> owner(entry.event().userId()).ifPresent(owned -> journal.tell(owned.lease(), entry)));
    }

    private void changed(Tenant tenant) {
        var takesCalls =
                tenant.bot().filter(bot -> bot.state().refusesCalls().isEmpty()).isPresent();
        owner(tenant.user()).ifPresent(owned -> owned.backlog().changed(tenant.user(), takesCalls));
    }

    private Optional<OwnedPartition> owner(UserId user) {
        return ownerships.of(partitions.of(user));
    }
}
