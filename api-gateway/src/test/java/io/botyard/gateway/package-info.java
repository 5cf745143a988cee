/** What the gateway guarantees to whoever calls it, shown on a running one with a real broker and a real database. */
@NullMarked
package io.botyard.gateway;

import org.jspecify.annotations.NullMarked;
