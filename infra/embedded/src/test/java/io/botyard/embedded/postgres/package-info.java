/** What the embedded database and its layout promise. */
@NullMarked
package io.botyard.embedded.postgres;

import org.jspecify.annotations.NullMarked;
