package io.botyard.standalone;

import io.botyard.embedded.postgres.EmbeddedDatabase;
import java.net.URI;

/** Where each door can be reached from this machine. */
record Addresses(String bind, Ports ports) {

    URI of(Door door) {
        return URI.create("http://" + host() + ":" + ports.of(door));
    }

    /** Kafka's bootstrap servers. */
    String kafka() {
        return Ports.LOOPBACK + ":" + ports.of(Door.KAFKA);
    }

    /** JDBC. */
    String database() {
        return EmbeddedDatabase.url(ports.of(Door.DATABASE), RealParts.DATABASE);
    }

    /** An address that means all of them is not one to call. */
    private String host() {
        return switch (bind) {
            case "0.0.0.0", "::", "[::]" -> Ports.LOOPBACK;
            default -> bind.contains(":") && !bind.startsWith("[") ? "[" + bind + "]" : bind;
        };
    }
}
