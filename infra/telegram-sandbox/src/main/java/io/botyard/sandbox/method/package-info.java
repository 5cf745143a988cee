/** The methods of the Bot API and what each of them does. */
@NullMarked
package io.botyard.sandbox.method;

import org.jspecify.annotations.NullMarked;
