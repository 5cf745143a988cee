/** An archive of the classes that a start needs, made by a build, so that each start reads them half prepared. */
@NullMarked
package io.botyard.standalone.archive;

import org.jspecify.annotations.NullMarked;
