/** Where the benchmarks reach the worker's lanes and ledgers, which nobody else needs. */
@NullMarked
package io.botyard.worker.intake;

import org.jspecify.annotations.NullMarked;
