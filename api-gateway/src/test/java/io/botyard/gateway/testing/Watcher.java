package io.botyard.gateway.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.Supplier;

/** Asks again and again, so that whatever a gateway remembers of an asker is always fresh. */
public final class Watcher {

    /** For how long a gateway may rely on what it read. */
    private static final Duration REUSED = Duration.ofSeconds(1);

    private final Supplier<Answer> asking;

    public Watcher(Client client, String path) {
        this(() -> client.get(path));
    }

    public Watcher(Supplier<Answer> asking) {
        this.asking = asking;
    }

    /** Is let in now. */
    public Watcher warm() {
        for (var i = 0; i < 5; i++) {
            assertThat(letsIn(asking.get())).isTrue();
        }
        return this;
    }

    /** From a second after this call every request is refused, also the first; before it, any may be. */
    public Answer refusedWithinASecond() {
        var ended = System.nanoTime();
        while (true) {
            var asked = System.nanoTime() - ended;
            var answer = asking.get();
            if (!letsIn(answer)) {
                return answer;
            }
            assertThat(Duration.ofNanos(asked)).as("still let in").isLessThan(REUSED);
        }
    }

    private static boolean letsIn(Answer answer) {
        return answer.status() / 100 == 2;
    }
}
