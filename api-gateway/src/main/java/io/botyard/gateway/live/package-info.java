/** What happens, told to open WebSockets the moment it is known. */
@NullMarked
package io.botyard.gateway.live;

import org.jspecify.annotations.NullMarked;
