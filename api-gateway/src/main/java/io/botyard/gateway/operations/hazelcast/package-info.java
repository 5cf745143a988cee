/** What every gateway accepted lately, shared over Hazelcast. */
@NullMarked
package io.botyard.gateway.operations.hazelcast;

import org.jspecify.annotations.NullMarked;
