/** The audit service: how its parts are put together and what they are given from outside. */
@NullMarked
package io.botyard.audit;

import org.jspecify.annotations.NullMarked;
