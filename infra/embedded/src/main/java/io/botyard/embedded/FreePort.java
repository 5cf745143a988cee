package io.botyard.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port that nobody listens on at the moment of asking, and that no other process which asks here is given. It lies
 * below those that systems give to outgoing connections, so that none of these takes it before its server is up.
 */
public final class FreePort {

    private static final int LOWEST = 20_000;
    private static final int BEYOND = 32_000;
    private static final int BLOCK = 100;
    private static final int TRIES = 1_000;
    private static final FreePort OWN = claimed();

    private final ServerSocket guard;
    private int given;

    private FreePort(ServerSocket guard) {
        this.guard = guard;
    }

    /** The port that is wished for, or a free one on this address where {@code 0} is. */
    public static int orAny(String address, int wished) {
        return wished == 0 ? OWN.next(address) : wished;
    }

    /** Each in its turn, so that none is given twice before all of the block were. */
    private synchronized int next(String address) {
        for (var i = 1; i < BLOCK; i++) {
            given = given % (BLOCK - 1) + 1;
            var port = guard.getLocalPort() + given;
            if (isFree(address, port)) {
                return port;
            }
        }
        throw new IllegalStateException("no free port on " + address);
    }

    /** The first port of a block stays taken as long as this process lives, and tells the others to keep off. */
    private static FreePort claimed() {
        for (var i = 0; i < TRIES; i++) {
            var guard = taken(LOWEST + ThreadLocalRandom.current().nextInt((BEYOND - LOWEST) / BLOCK) * BLOCK);
            if (guard.isPresent()) {
                return new FreePort(guard.get());
            }
        }
        throw new IllegalStateException("no ports are left from " + LOWEST + " to " + BEYOND);
    }

    private static Optional<ServerSocket> taken(int port) {
        try {
            return Optional.of(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
        } catch (IOException byAnother) {
            return Optional.empty();
        }
    }

    private static boolean isFree(String address, int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getByName(address))) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
