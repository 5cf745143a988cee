package io.botyard.gateway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Opens a socket at {@code /api/live}, says who it is, and never reads a byte again. */
public final class StalledReader implements AutoCloseable {

    private static final String HANDSHAKE = """
            GET /api/live HTTP/1.1\r
            Host: 127.0.0.1\r
            Upgrade: websocket\r
            Connection: Upgrade\r
            Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r
            Sec-WebSocket-Version: 13\r
            \r
            """;
    private static final int TEXT = 0x81;
    private static final int MASKED_TWO_BYTE_LENGTH = 0x80 | 126;

    private final Socket socket = new Socket();

    public StalledReader(RunningGateway gateway, String token) {
        try {
            socket.setReceiveBufferSize(4096);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), gateway.port()));
            var out = socket.getOutputStream();
            out.write(HANDSHAKE.getBytes(StandardCharsets.US_ASCII));
            out.write(frame(LiveClient.auth(token).getBytes(StandardCharsets.US_ASCII)));
            out.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** With a mask of zeros, which changes nothing. */
    private static byte[] frame(byte[] text) {
        var frame = new byte[text.length + 8];
        frame[0] = (byte) TEXT;
        frame[1] = (byte) MASKED_TWO_BYTE_LENGTH;
        frame[2] = (byte) (text.length >> 8);
        frame[3] = (byte) text.length;
        System.arraycopy(text, 0, frame, 8, text.length);
        return frame;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
