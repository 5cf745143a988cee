/** Whether the testkit itself can be trusted. */
@NullMarked
package io.botyard.testkit;

import org.jspecify.annotations.NullMarked;
