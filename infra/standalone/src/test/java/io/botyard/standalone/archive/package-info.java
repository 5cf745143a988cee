/** What a build leaves for the starts after it. */
@NullMarked
package io.botyard.standalone.archive;

import org.jspecify.annotations.NullMarked;
