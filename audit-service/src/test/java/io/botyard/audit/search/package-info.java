/** What the door to the trail lets in. */
@NullMarked
package io.botyard.audit.search;

import org.jspecify.annotations.NullMarked;
