/** For tests only: real brokers and databases, and records of the contract to put into them. */
@NullMarked
package io.botyard.testkit;

import org.jspecify.annotations.NullMarked;
