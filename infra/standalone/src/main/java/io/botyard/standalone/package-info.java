/** All of Botyard in one process, on real parts that it brings along, for a first hour and for tests. */
@NullMarked
package io.botyard.standalone;

import org.jspecify.annotations.NullMarked;
