/** An event becomes an entry, and an entry a link of its user's chain. Pure: no SQL, no Kafka, no clock. */
@NullMarked
package io.botyard.audit.entry;

import org.jspecify.annotations.NullMarked;
