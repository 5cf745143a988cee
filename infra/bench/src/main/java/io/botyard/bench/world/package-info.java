/** What worker benchmarks run in: a broker, a database with bots, the Telegram sandbox, workers in their own processes. */
@NullMarked
package io.botyard.bench.world;

import org.jspecify.annotations.NullMarked;
