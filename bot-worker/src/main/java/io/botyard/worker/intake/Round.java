package io.botyard.worker.intake;

import java.time.Duration;

/** Something that is done again and again while the worker runs. */
interface Round {

    /** Does it once and says how long to wait before the next time. */
    Duration go();
}
