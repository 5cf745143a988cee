/** What an operator may rely on when everything runs in one process. */
@NullMarked
package io.botyard.standalone;

import org.jspecify.annotations.NullMarked;
