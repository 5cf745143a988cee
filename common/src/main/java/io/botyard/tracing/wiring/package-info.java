/** What a service does to be traced: its setting, its requests and its log lines. */
@NullMarked
package io.botyard.tracing.wiring;

import org.jspecify.annotations.NullMarked;
