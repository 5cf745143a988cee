@NullMarked
package io.botyard.gateway.identity.standing;

import org.jspecify.annotations.NullMarked;
