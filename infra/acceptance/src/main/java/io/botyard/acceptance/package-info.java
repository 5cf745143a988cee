/** What all of Botyard promises together, held by tests: the house's rules, and the way from HTTP to the trail. */
@NullMarked
package io.botyard.acceptance;

import org.jspecify.annotations.NullMarked;
