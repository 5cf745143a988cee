/** Real parts for those who have none installed: each starts in or beside this process and keeps its directory. */
@NullMarked
package io.botyard.embedded;

import org.jspecify.annotations.NullMarked;
