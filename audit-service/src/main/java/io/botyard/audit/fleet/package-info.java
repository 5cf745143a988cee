/** The workers, for whoever operates them: what each of them owns and does, and how much waits for them. */
@NullMarked
package io.botyard.audit.fleet;

import org.jspecify.annotations.NullMarked;
