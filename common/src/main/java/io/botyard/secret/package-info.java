/** Secrets are encrypted before they leave the process that received them, for one user each. */
@NullMarked
package io.botyard.secret;

import org.jspecify.annotations.NullMarked;
