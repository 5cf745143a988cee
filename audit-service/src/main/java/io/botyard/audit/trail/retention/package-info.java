/** Drops months that are older than they have to be kept, once signed checkpoints say where the chains begin then. */
@NullMarked
package io.botyard.audit.trail.retention;

import org.jspecify.annotations.NullMarked;
