/** Reads outcomes as a stream, counts each once, and tells of windows and of changes of health. */
@NullMarked
package io.botyard.audit.activity.streams;

import org.jspecify.annotations.NullMarked;
