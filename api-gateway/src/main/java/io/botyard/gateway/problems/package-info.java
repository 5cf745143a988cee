/** Every way a request can fail, as RFC 9457 words it. */
@NullMarked
package io.botyard.gateway.problems;

import org.jspecify.annotations.NullMarked;
