/** Verification on the real database and the real seals: for the endpoint, and as a command for operators. */
@NullMarked
package io.botyard.audit.trail.verify;

import org.jspecify.annotations.NullMarked;
