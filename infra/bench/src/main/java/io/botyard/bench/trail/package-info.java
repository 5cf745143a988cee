/** S4: records from Kafka into Postgres. */
@NullMarked
package io.botyard.bench.trail;

import org.jspecify.annotations.NullMarked;
