/** What a superadmin does with accounts: find, change and delete them, and let somebody choose a password anew. */
@NullMarked
package io.botyard.gateway.identity.admin;

import org.jspecify.annotations.NullMarked;
