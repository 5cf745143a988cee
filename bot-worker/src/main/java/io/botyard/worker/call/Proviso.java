package io.botyard.worker.call;

import java.util.function.BooleanSupplier;

/**
 * What must hold for a request to leave. Neither may wait.
 *
 * @param atFirst when it begins
 * @param throughout then, and still when its body is written: connecting may have taken a while, or the process was frozen
 */
record Proviso(BooleanSupplier atFirst, BooleanSupplier throughout) {

    static final Proviso NONE = new Proviso(() -> true, () -> true);
}
