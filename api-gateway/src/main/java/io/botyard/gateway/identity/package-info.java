/** Accounts, their passwords and tokens, and the record of every change to them. */
@NullMarked
package io.botyard.gateway.identity;

import org.jspecify.annotations.NullMarked;
