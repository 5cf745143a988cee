/** A running gateway, and what stands around it in tests. */
@NullMarked
package io.botyard.gateway.testing;

import org.jspecify.annotations.NullMarked;
