/** What an operation promises. */
@NullMarked
package io.botyard.audit.operations;

import org.jspecify.annotations.NullMarked;
