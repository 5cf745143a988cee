/** Files that keys lie in: made once and whole, and read by every process that shares them. */
@NullMarked
package io.botyard.keyfile;

import org.jspecify.annotations.NullMarked;
