/** What the worker keeps in Postgres: bots, ownership of partitions, processed commands and the outbox. */
@NullMarked
package io.botyard.worker.store;

import org.jspecify.annotations.NullMarked;
