/** Where the real parts come from: embedded ones, or containers where a Docker engine answers. */
@NullMarked
package io.botyard.testkit.part;

import org.jspecify.annotations.NullMarked;
