/** What became of each command, as an API client sees it, and how much each bot was used. */
@NullMarked
package io.botyard.audit.operations;

import org.jspecify.annotations.NullMarked;
