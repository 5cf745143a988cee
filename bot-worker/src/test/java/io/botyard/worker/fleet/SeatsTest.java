package io.botyard.worker.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.UserId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Memory is bounded, and nobody who is in use pays for it. */
class SeatsTest {

    private static final Duration IDLE = Duration.ofMinutes(30);

    private final Set<UserId> inUse = ConcurrentHashMap.newKeySet();
    private final AtomicLong now = new AtomicLong();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Seats seats =
            new Seats(new FleetSettings(10, IDLE, 1), inUse::contains, now::get, Runnable::run, meters);

    @Test
    void noMoreStayThanMay() {
        comeIn(1, 100);
        assertThat(figure("botyard.fleet.resident")).isEqualTo(10);
        assertThat(meters.counter("botyard.fleet.evicted").count()).isEqualTo(90);
    }

    @Test
    void whoeverIsInUseStaysWithItsTurnsHoweverManyOthersCome() {
        var busy = new UserId(1);
        inUse.add(busy);
        var seat = comeIn(1, 1);
        comeIn(2, 100);
        assertThat(seats.present(busy)).containsSame(seat);
        assertThat(figure("botyard.fleet.resident")).isEqualTo(11);
    }

    @Test
    void whoeverComesIntoUseStaysAndLeavesAsOthersDoAfterwards() {
        var busy = new UserId(1);
        var seat = comeIn(1, 1);
        inUse.add(busy);
        seats.weigh(busy);
        comeIn(2, 100);
        assertThat(seats.present(busy)).containsSame(seat);
        inUse.remove(busy);
        seats.weigh(busy);
        assertThat(figure("botyard.fleet.resident")).isEqualTo(10);
        comeIn(2, 100);
        comeIn(2, 100);
        assertThat(figure("botyard.fleet.resident")).isEqualTo(10);
    }

    @Test
    void whoeverIsIdleForLongLeavesUnlessInUse() {
        inUse.add(new UserId(1));
        comeIn(1, 2);
        now.addAndGet(IDLE.plusSeconds(1).toNanos());
        assertThat(seats.present(new UserId(1))).isPresent();
        assertThat(seats.present(new UserId(2))).isEmpty();
        comeIn(3, 3);
        assertThat(meters.counter("botyard.fleet.idle.closed").count()).isEqualTo(1);
        inUse.clear();
        seats.weigh(new UserId(1));
        now.addAndGet(IDLE.plusSeconds(1).toNanos());
        assertThat(seats.present(new UserId(1))).isEmpty();
    }

    @Test
    void usingABotKeepsIt() {
        comeIn(1, 1);
        for (var time = 0; time < 5; time++) {
            now.addAndGet(IDLE.dividedBy(2).toNanos());
            comeIn(1, 1);
        }
        assertThat(figure("botyard.fleet.misses")).isEqualTo(1);
        assertThat(figure("botyard.fleet.hits")).isEqualTo(5);
    }

    /** The last one's seat. */
    private Seat comeIn(long first, long last) {
        Optional<Seat> seat = Optional.empty();
        for (var user = first; user <= last; user++) {
            seat = Optional.of(seats.of(new UserId(user), _ -> new Seat(0, Optional.empty(), new Turns(0)))
                    .join());
        }
        return seat.orElseThrow();
    }

    private double figure(String name) {
        return meters.get(name).meter().measure().iterator().next().getValue();
    }
}
