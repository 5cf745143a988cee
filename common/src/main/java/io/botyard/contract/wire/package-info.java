/** How messages travel: topics, keys, CloudEvents headers, JSON values and dead letters. */
@NullMarked
package io.botyard.contract.wire;

import org.jspecify.annotations.NullMarked;
