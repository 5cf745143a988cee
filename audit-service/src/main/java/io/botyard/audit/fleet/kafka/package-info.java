/** Asks Kafka how much waits for the workers, whether any runs or not. */
@NullMarked
package io.botyard.audit.fleet.kafka;

import org.jspecify.annotations.NullMarked;
