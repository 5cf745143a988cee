package io.botyard.embedded.kafka;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a broker keeps its log and listens.
 *
 * @param directory made and formatted when it is new
 * @param bind the address its clients find it under
 * @param port {@code 0} for any; the one found then stays for restarts
 * @param security anybody may do anything where there is none
 */
public record BrokerSettings(
        Path directory, String bind, int port, @Nullable BrokerSecurity security) {

    public BrokerSettings(Path directory, String bind, int port) {
        this(directory, bind, port, null);
    }

    public static BrokerSettings on(Path directory) {
        return new BrokerSettings(directory, "127.0.0.1", 0);
    }

    public BrokerSettings secured(BrokerSecurity by) {
        return new BrokerSettings(directory, bind, port, by);
    }
}
