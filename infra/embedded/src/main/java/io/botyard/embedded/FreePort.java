package io.botyard.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port that nobody listens on at the moment of asking. It lies below those that systems give to outgoing connections,
 * so that none of these takes it before its server is up.
 */
public final class FreePort {

    private static final int LOWEST = 20_000;
    private static final int BEYOND = 32_000;
    private static final int TRIES = 1_000;

    private FreePort() {}

    /** The port that is wished for, or a free one on this address where {@code 0} is. */
    public static int orAny(String address, int wished) {
        if (wished != 0) {
            return wished;
        }
        for (var i = 0; i < TRIES; i++) {
            var port = ThreadLocalRandom.current().nextInt(LOWEST, BEYOND);
            if (isFree(address, port)) {
                return port;
            }
        }
        throw new IllegalStateException("no free port on " + address);
    }

    private static boolean isFree(String address, int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getByName(address))) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
