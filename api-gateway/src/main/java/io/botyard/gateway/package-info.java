/** The one door: HTTP becomes a command, and what became of it an answer. Wires the packages below it together. */
@NullMarked
package io.botyard.gateway;

import org.jspecify.annotations.NullMarked;
