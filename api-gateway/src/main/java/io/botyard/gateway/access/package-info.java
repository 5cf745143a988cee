/** Who is calling, what they may do, and how a request ends that may not go on. */
@NullMarked
package io.botyard.gateway.access;

import org.jspecify.annotations.NullMarked;
