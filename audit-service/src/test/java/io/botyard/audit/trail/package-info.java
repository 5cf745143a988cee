/** What ingestion promises. */
@NullMarked
package io.botyard.audit.trail;

import org.jspecify.annotations.NullMarked;
