/** What an entry promises, and its chain. */
@NullMarked
package io.botyard.audit.entry;

import org.jspecify.annotations.NullMarked;
