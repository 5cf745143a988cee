/** Tracing by OpenTelemetry: spans go to a collector in batches, and never hold anybody up. */
@NullMarked
package io.botyard.tracing.otel;

import org.jspecify.annotations.NullMarked;
