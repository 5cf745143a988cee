/** S3: records of one key in order, one at a time, keys in parallel: our lanes and ledger beside other people's. */
@NullMarked
package io.botyard.bench.consume;

import org.jspecify.annotations.NullMarked;
