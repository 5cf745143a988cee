/** The one Hazelcast member that the three applications share in standalone. */
@NullMarked
package io.botyard.standalone.hazelcast;

import org.jspecify.annotations.NullMarked;
