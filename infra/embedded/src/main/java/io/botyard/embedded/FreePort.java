package io.botyard.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A port that nobody listens on at the moment of asking. */
public final class FreePort {

    private FreePort() {}

    /** The port that is wished for, or a free one on this address where {@code 0} is. */
    public static int orAny(String address, int wished) {
        if (wished != 0) {
            return wished;
        }
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName(address))) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException("no free port on " + address, failure);
        }
    }
}
