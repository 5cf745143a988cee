/** What ended, told to the other gateways over Hazelcast. */
@NullMarked
package io.botyard.gateway.identity.hazelcast;

import org.jspecify.annotations.NullMarked;
