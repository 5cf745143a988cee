package io.botyard.sandbox.webhook;

import java.time.Duration;

/** How one attempt to deliver ended. */
sealed interface Delivery {

    record Taken() implements Delivery {}

    /** The webhook says it is gone for good. */
    record Gone() implements Delivery {}

    record Failed(String why, Duration retryAfter) implements Delivery {}
}
