package io.botyard.embedded.kafka;

import java.nio.file.Path;

/**
 * Where a broker keeps its log and listens.
 *
 * @param directory made and formatted when it is new
 * @param bind the address its clients find it under
 * @param port {@code 0} for any; the one found then stays for restarts
 */
public record BrokerSettings(Path directory, String bind, int port) {

    public static BrokerSettings on(Path directory) {
        return new BrokerSettings(directory, "127.0.0.1", 0);
    }
}
