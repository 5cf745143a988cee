package io.botyard.audit.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botyard.audit.entry.KafkaAway;
import io.botyard.contract.wire.Topic;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

/** However many look at the fleet, and however often, Kafka is asked once in some seconds. */
class RecentLagTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final FleetSettings SETTINGS =
            new FleetSettings("bot-worker", Duration.ofSeconds(30), Duration.ofSeconds(3), Duration.ofSeconds(2));
    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void whoeverComesWithinSomeSecondsGetsWhatWasSeen() {
        var recent = recent(() -> List.of(lag(asked.incrementAndGet())));
        assertThat(recent.get()).containsExactly(lag(1));
        now.set(NOON.plusMillis(2_999));
        assertThat(recent.get()).containsExactly(lag(1));
        now.set(NOON.plusSeconds(3));
        assertThat(recent.get()).containsExactly(lag(2));
    }

    @Test
    void aClockThatIsSetBackKeepsNothingForLonger() {
        var recent = recent(() -> List.of(lag(asked.incrementAndGet())));
        recent.get();
        now.set(NOON.minusSeconds(3_600));
        assertThat(recent.get()).containsExactly(lag(2));
    }

    @Test
    void aLookThatFailedIsNotRepeatedForEverybody() {
        var recent = recent(() -> {
            asked.incrementAndGet();
            throw new KafkaAway(new TimeoutException());
        });
        for (var i = 0; i < 5; i++) {
            assertThatThrownBy(recent::get).isInstanceOf(KafkaAway.class);
        }
        assertThat(asked).hasValue(1);
        now.set(NOON.plusSeconds(3));
        assertThatThrownBy(recent::get).isInstanceOf(KafkaAway.class);
        assertThat(asked).hasValue(2);
    }

    @Test
    void whoeverComesDuringALookWaitsForIt() throws Exception {
        var goesOn = new CountDownLatch(1);
        var recent = recent(() -> {
            await(goesOn);
            return List.of(lag(asked.incrementAndGet()));
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var readers = Stream.generate(() -> threads.submit((Callable<List<TopicLag>>) recent::get))
                    .limit(20)
                    .toList();
            goesOn.countDown();
            for (var reader : readers) {
                assertThat(reader.get()).containsExactly(lag(1));
            }
        }
    }

    @Test
    void whatWasWrittenByAClockThatIsAheadHasNoAge() {
        assertThat(new TopicLag(Topic.BOT_CALLS, 1, NOON.plusSeconds(5), NOON).age())
                .isZero();
    }

    private RecentLag recent(Lag lag) {
        InstantSource clock = now::get;
        return new RecentLag(lag, SETTINGS, clock.withZone(ZoneOffset.UTC));
    }

    private static TopicLag lag(int records) {
        return new TopicLag(Topic.BOT_CALLS, records, null, NOON);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
