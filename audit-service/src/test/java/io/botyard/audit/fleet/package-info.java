/** How often Kafka is asked. */
@NullMarked
package io.botyard.audit.fleet;

import org.jspecify.annotations.NullMarked;
