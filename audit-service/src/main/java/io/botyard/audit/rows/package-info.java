/** Many rows that are written at once. */
@NullMarked
package io.botyard.audit.rows;

import org.jspecify.annotations.NullMarked;
