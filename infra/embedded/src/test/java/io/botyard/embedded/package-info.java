/** Whether the embedded parts keep what they were given, also when their process is killed. */
@NullMarked
package io.botyard.embedded;

import org.jspecify.annotations.NullMarked;
