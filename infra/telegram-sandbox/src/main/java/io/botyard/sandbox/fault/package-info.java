/** Failures that somebody ordered. */
@NullMarked
package io.botyard.sandbox.fault;

import org.jspecify.annotations.NullMarked;
