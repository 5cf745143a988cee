/** A PostgreSQL server beside this process, with its directory kept, and the layout Botyard wants in a database. */
@NullMarked
package io.botyard.embedded.postgres;

import org.jspecify.annotations.NullMarked;
