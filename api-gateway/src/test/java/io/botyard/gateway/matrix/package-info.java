/** Every route and everybody who may call it, with the exact answer each gets. */
@NullMarked
package io.botyard.gateway.matrix;

import org.jspecify.annotations.NullMarked;
