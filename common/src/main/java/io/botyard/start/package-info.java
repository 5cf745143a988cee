/** What a service says instead of starting, when whoever started it has to change something first. */
@NullMarked
package io.botyard.start;

import org.jspecify.annotations.NullMarked;
