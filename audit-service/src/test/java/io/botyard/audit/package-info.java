/** The audit service as a whole. */
@NullMarked
package io.botyard.audit;

import org.jspecify.annotations.NullMarked;
