/** A running audit service on a real broker and a real database, and what tests tell it and ask of it. */
@NullMarked
package io.botyard.audit.bed;

import org.jspecify.annotations.NullMarked;
