@NullMarked
package io.botyard.gateway.access;

import org.jspecify.annotations.NullMarked;
