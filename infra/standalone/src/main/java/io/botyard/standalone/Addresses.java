package io.botyard.standalone;

import java.net.URI;

/** Where each door can be reached from this machine. */
record Addresses(String bind, Ports ports) {

    URI of(Door door) {
        return URI.create("http://" + host() + ":" + ports.of(door));
    }

    /** An address that means all of them is not one to call. */
    private String host() {
        return switch (bind) {
            case "0.0.0.0", "::", "[::]" -> Ports.LOOPBACK;
            default -> bind.contains(":") && !bind.startsWith("[") ? "[" + bind + "]" : bind;
        };
    }
}
