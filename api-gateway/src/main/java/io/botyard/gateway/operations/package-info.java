/** What became of a command: the reply somebody waits for, and what audit-service knows. */
@NullMarked
package io.botyard.gateway.operations;

import org.jspecify.annotations.NullMarked;
