/** Whom a credential speaks for, by what Postgres said at most a second ago. */
@NullMarked
package io.botyard.gateway.identity.standing;

import org.jspecify.annotations.NullMarked;
