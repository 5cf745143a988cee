/** Files of JSON lines that only grow and survive the death of their process. */
@NullMarked
package io.botyard.sandbox.journal;

import org.jspecify.annotations.NullMarked;
