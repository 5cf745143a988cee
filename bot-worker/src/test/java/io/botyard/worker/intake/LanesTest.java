package io.botyard.worker.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LanesTest {

    private final Lanes<String> lanes = new Lanes<>("test");

    @Test
    void workOfOneKeyGoesInOrderOneAtATime() {
        var done = new CopyOnWriteArrayList<Integer>();
        var atOnce = new AtomicInteger();
        var most = new AtomicInteger();
        for (var i : IntStream.range(0, 500).toArray()) {
            lanes.submit("a", () -> {
                most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                done.add(i);
                atOnce.decrementAndGet();
            });
        }
        await().until(() -> done.size() == 500);
        assertThat(done)
                .containsExactlyElementsOf(IntStream.range(0, 500).boxed().toList());
        assertThat(most).hasValue(1);
    }

    @Test
    void aKeyThatWaitsHoldsUpNoOther() throws InterruptedException {
        var release = new CountDownLatch(1);
        var other = new CountDownLatch(1);
        lanes.submit("slow", () -> {
            try {
                release.await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        });
        lanes.submit("quick", other::countDown);
        assertThat(other.await(5, TimeUnit.SECONDS)).isTrue();
        release.countDown();
    }

    @Test
    void aLaneThatWasEmptyTakesWorkAgain() {
        var done = new CopyOnWriteArrayList<String>();
        for (var name : List.of("first", "second", "third")) {
            lanes.submit("a", () -> done.add(name));
            await().until(() -> done.contains(name));
        }
    }

    @Test
    void workThatLeavesItsThreadKeepsItsLane() {
        var done = new CopyOnWriteArrayList<String>();
        var goOn = new AtomicReference<Runnable>();
        lanes.submit("a", again -> {
            done.add("first");
            return goOn.getAndSet(again) != null;
        });
        lanes.submit("a", () -> done.add("second"));
        await().until(() -> goOn.get() != null);
        await().during(Duration.ofMillis(100)).until(() -> done.size() == 1);
        goOn.get().run();
        await().until(() -> done.size() == 3);
        assertThat(done).containsExactly("first", "first", "second");
    }

    @Test
    void workThatFailsLeavesItsLaneToThoseBehindIt() {
        var done = new CopyOnWriteArrayList<String>();
        lanes.submit("a", () -> {
            throw new IllegalStateException("nobody expects this");
        });
        lanes.submit("a", () -> done.add("second"));
        await().until(() -> done.contains("second"));
    }
}
