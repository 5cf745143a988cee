/** What the embedded broker promises. */
@NullMarked
package io.botyard.embedded.kafka;

import org.jspecify.annotations.NullMarked;
