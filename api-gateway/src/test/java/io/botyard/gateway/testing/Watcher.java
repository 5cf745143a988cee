package io.botyard.gateway.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

/** Asks again and again, so that whatever a gateway remembers of an asker is always fresh. */
public final class Watcher {

    /** For how long a gateway may rely on what it read. */
    private static final Duration REUSED = Duration.ofSeconds(1);

    private final Client client;
    private final String path;

    public Watcher(Client client, String path) {
        this.client = client;
        this.path = path;
    }

    /** Is let in now. */
    public Watcher warm() {
        for (var i = 0; i < 5; i++) {
            assertThat(client.get(path).status()).isEqualTo(200);
        }
        return this;
    }

    /** From a second after this call every request is refused, also the first; before it, any may be. */
    public Answer refusedWithinASecond() {
        var ended = System.nanoTime();
        while (true) {
            var asked = System.nanoTime() - ended;
            var answer = client.get(path);
            if (answer.status() != 200) {
                return answer;
            }
            assertThat(Duration.ofNanos(asked)).as("still let in").isLessThan(REUSED);
        }
    }
}
