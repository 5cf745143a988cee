package io.botyard.sandbox.webhook;

import java.time.Duration;

/** How long to wait before a failed delivery is tried again: 1 s, doubling to 90 s, or longer if the webhook asks. */
record RetryDelay(Duration next) {

    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final Duration LONGEST_ASKED = Duration.ofHours(1);

    static RetryDelay first() {
        return new RetryDelay(Duration.ofSeconds(1));
    }

    RetryDelay doubled() {
        Duration twice = next.multipliedBy(2);
        return new RetryDelay(twice.compareTo(LONGEST) > 0 ? LONGEST : twice);
    }

    Duration atLeast(Duration asked) {
        Duration bounded = asked.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked;
        return bounded.compareTo(next) > 0 ? bounded : next;
    }
}
