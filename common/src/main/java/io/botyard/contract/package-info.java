/** The words the three services share: ids, limits, states and refusals. */
@NullMarked
package io.botyard.contract;

import org.jspecify.annotations.NullMarked;
