/** What admins see of the bots and the trail over HTTP. */
@NullMarked
package io.botyard.gateway.admin;

import org.jspecify.annotations.NullMarked;
