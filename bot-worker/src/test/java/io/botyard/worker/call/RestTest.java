package io.botyard.worker.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Nobody who waits misses news, and nobody goes on twice for the same. */
class RestTest {

    private final Rest rest = new Rest();
    private final AtomicInteger wentOn = new AtomicInteger();

    @Test
    void whoWaitsWithoutAThreadGoesOnAtTheNextNewsAndOnce() {
        rest.then(wentOn::incrementAndGet);
        assertThat(wentOn).hasValue(0);
        rest.run();
        rest.run();
        assertThat(wentOn).hasValue(1);
    }

    @Test
    void whatCameBeforeTheWaitIsNews() {
        rest.run();
        rest.then(wentOn::incrementAndGet);
        assertThat(wentOn).hasValue(1);
    }

    @Test
    void whatIsKnownIsNoNews() {
        rest.run();
        rest.forget();
        rest.then(wentOn::incrementAndGet);
        assertThat(wentOn).hasValue(0);
        assertThat(rest.atMost(Duration.ofMillis(1))).isFalse();
    }

    @Test
    void newsThatComesAsTheWaitBeginsIsNeitherMissedNorHeardTwice() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var round = 1; round <= 20_000; round++) {
                var news = threads.submit(rest);
                rest.then(wentOn::incrementAndGet);
                news.get();
                rest.forget();
                assertThat(wentOn).hasValue(round);
            }
        }
    }
}
