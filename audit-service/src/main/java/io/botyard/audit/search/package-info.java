/** The door to the trail: the gateway's internal token, the search, and problems in RFC 9457. */
@NullMarked
package io.botyard.audit.search;

import org.jspecify.annotations.NullMarked;
