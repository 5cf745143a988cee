@NullMarked
package io.botyard.gateway.identity.key;

import org.jspecify.annotations.NullMarked;
