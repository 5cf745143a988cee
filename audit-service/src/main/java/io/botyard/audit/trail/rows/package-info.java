/** An entry as a row and back. */
@NullMarked
package io.botyard.audit.trail.rows;

import org.jspecify.annotations.NullMarked;
