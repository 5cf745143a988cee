/** Where the benchmarks reach the rows of operations, which nobody else needs. */
@NullMarked
package io.botyard.audit.operations;

import org.jspecify.annotations.NullMarked;
