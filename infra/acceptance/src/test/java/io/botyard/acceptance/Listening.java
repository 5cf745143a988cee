package io.botyard.acceptance;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Somebody at {@code /api/live} who keeps every word: frames, and why the socket was closed. */
final class Listening implements WebSocket.Listener, AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<String> words = new CopyOnWriteArrayList<>();
    private final StringBuilder partial = new StringBuilder();
    private volatile boolean closed;
    private @Nullable WebSocket socket;

    private Listening() {}

    /** With further headers, a name and a value each; when it is refused, the refusal is all that is heard. */
    static Listening at(URI gateway, String path, String... headers) {
        var listening = new Listening();
        var handshake = HTTP.newWebSocketBuilder();
        for (var i = 0; i < headers.length; i += 2) {
            handshake.header(headers[i], headers[i + 1]);
        }
        try {
            listening.socket = handshake
                    .buildAsync(URI.create("ws://" + gateway.getAuthority() + path), listening)
                    .join();
        } catch (CompletionException failure) {
            if (!(failure.getCause() instanceof WebSocketHandshakeException refused)) {
                throw failure;
            }
            listening.words.add(refused.getResponse().statusCode() + " "
                    + refused.getResponse().headers().map() + " "
                    + refused.getResponse().body());
        }
        return listening;
    }

    /** Somebody who is let in with this; what happens from now on is heard. */
    static Listening ready(URI gateway, String token) {
        var listening = at(gateway, "/api/live").says("{\"type\":\"auth\",\"token\":\"" + token + "\"}");
        listening.hears("\"ready\"");
        return listening;
    }

    Listening says(String text) {
        open().sendText(text, true).join();
        return this;
    }

    Listening says(byte[] bytes) {
        open().sendBinary(ByteBuffer.wrap(bytes), true).join();
        return this;
    }

    /** Waits for a frame that holds this. */
    void hears(String part) {
        await().atMost(PATIENCE).until(() -> words.stream().anyMatch(word -> word.contains(part)));
    }

    /** Waits until the other end has closed it. */
    void isSentAway() {
        await().atMost(PATIENCE).until(() -> closed);
    }

    /** Everything so far. */
    List<String> words() {
        return List.copyOf(words);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        partial.append(text);
        if (last) {
            words.add(partial.toString());
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer bytes, boolean last) {
        words.add("bytes: " + bytes.remaining());
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        words.add("closed with " + code + ": " + reason);
        closed = true;
        return null;
    }

    private WebSocket open() {
        return Objects.requireNonNull(socket);
    }

    @Override
    public void close() {
        if (socket != null) {
            socket.abort();
        }
    }
}
