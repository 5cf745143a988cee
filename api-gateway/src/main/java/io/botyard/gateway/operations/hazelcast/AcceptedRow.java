package io.botyard.gateway.operations.hazelcast;

/** As it lies in the map; {@code at} in milliseconds since 1970. */
record AcceptedRow(long userId, String kind, long at) {}
