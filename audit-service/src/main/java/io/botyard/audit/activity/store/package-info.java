/** What was counted, and how bots fare, in Postgres, for whoever asks whichever instance. */
@NullMarked
package io.botyard.audit.activity.store;

import org.jspecify.annotations.NullMarked;
