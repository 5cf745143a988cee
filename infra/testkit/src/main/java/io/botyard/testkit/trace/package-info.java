/** Where spans go in tests, as a collector would take them. */
@NullMarked
package io.botyard.testkit.trace;

import org.jspecify.annotations.NullMarked;
