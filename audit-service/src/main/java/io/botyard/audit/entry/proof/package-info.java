/** What proves that trails are untouched: seals, and the comparison of what is kept with what was signed. Pure. */
@NullMarked
package io.botyard.audit.entry.proof;

import org.jspecify.annotations.NullMarked;
