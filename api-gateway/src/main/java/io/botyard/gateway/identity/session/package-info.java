/** Sessions: one login each, with everything that is refreshed from it, until it ends. */
@NullMarked
package io.botyard.gateway.identity.session;

import org.jspecify.annotations.NullMarked;
