package io.botyard.gateway.fuzz;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** HTTP/1.1 by hand: a client library would not send what this one must. */
final class Wire implements AutoCloseable {

    private static final int LONGEST_WAIT_MILLIS = 45_000;
    private static final int NO_CONTENT = 204;

    private final int port;
    private @Nullable Socket socket;
    private InputStream in = InputStream.nullInputStream();

    Wire(int port) {
        this.port = port;
    }

    Reply send(Shot shot) throws IOException {
        var reused = socket != null;
        try {
            return exchange(shot);
        } catch (IOException closed) {
            close();
            if (reused) {
                // The server may close a connection that rests; that says nothing about this request.
                return exchange(shot);
            }
            throw closed;
        } finally {
            if (shot.last) {
                close();
            }
        }
    }

    private Reply exchange(Shot shot) throws IOException {
        var open = socket == null ? connect() : socket;
        try {
            open.getOutputStream().write(bytes(shot));
            open.getOutputStream().flush();
        } catch (IOException answeredBeforeTheEnd) {
            // It may have said why.
        }
        var reply = read(shot.method);
        if (reply.header("Connection").orElse("").equalsIgnoreCase("close")) {
            close();
        }
        return reply;
    }

    private Socket connect() throws IOException {
        var fresh = new Socket(InetAddress.getLoopbackAddress(), port);
        fresh.setTcpNoDelay(true);
        fresh.setSoTimeout(LONGEST_WAIT_MILLIS);
        in = new BufferedInputStream(fresh.getInputStream());
        socket = fresh;
        return fresh;
    }

    private static byte[] bytes(Shot shot) {
        var out = new ByteArrayOutputStream();
        var head = new StringBuilder(shot.method + " " + shot.target() + " HTTP/1.1\r\n");
        shot.headers.forEach(header ->
                head.append(header.name()).append(": ").append(header.value()).append("\r\n"));
        var body = shot.body();
        if (body != null && shot.headers.stream().noneMatch(Wire::isFraming)) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        if (shot.last) {
            head.append("Connection: close\r\n");
        }
        out.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        if (body != null) {
            out.writeBytes(body);
        }
        return out.toByteArray();
    }

    private static boolean isFraming(Shot.Header header) {
        return header.name().equalsIgnoreCase("Content-Length") || header.name().equalsIgnoreCase("Transfer-Encoding");
    }

    private Reply read(String method) throws IOException {
        var status = Integer.parseInt(line().split(" ", 3)[1]);
        var headers = new ArrayList<Shot.Header>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            var colon = line.indexOf(':');
            headers.add(new Shot.Header(
                    line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        if (status < 200) {
            return read(method);
        }
        return new Reply(
                status,
                headers,
                method.equals("HEAD") || status == NO_CONTENT ? "" : new String(body(headers), StandardCharsets.UTF_8));
    }

    private byte[] body(List<Shot.Header> headers) throws IOException {
        var framing = new Reply(0, headers, "");
        if (framing.header("Transfer-Encoding").orElse("").equalsIgnoreCase("chunked")) {
            return chunks();
        }
        var length = framing.header("Content-Length");
        return length.isPresent() ? exactly(Integer.parseInt(length.get())) : in.readAllBytes();
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (var size = size(line()); size > 0; size = size(line())) {
            body.writeBytes(exactly(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private static int size(String line) {
        return Integer.parseInt(line.replaceFirst(";.*", "").strip(), 16);
    }

    private byte[] exactly(int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the answer ends early");
        }
        return bytes;
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("no answer");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    @Override
    public void close() {
        var gone = socket;
        socket = null;
        try {
            if (gone != null) {
                gone.close();
            }
        } catch (IOException already) {
            in = InputStream.nullInputStream();
        }
    }
}
