/** What workers say of themselves and which partitions they hold, in Postgres, and the answer made of it. */
@NullMarked
package io.botyard.audit.fleet.store;

import org.jspecify.annotations.NullMarked;
