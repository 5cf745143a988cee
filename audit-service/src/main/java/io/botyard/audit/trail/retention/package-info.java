/** Takes away what is older than it has to be kept; months of entries once signed checkpoints say where the chains begin then. */
@NullMarked
package io.botyard.audit.trail.retention;

import org.jspecify.annotations.NullMarked;
